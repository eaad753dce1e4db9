import { beforeEach, expect, test, vi } from 'vitest'
import { createCredential } from '#lib/identity/sign-in/credential.ts'
import { findActor } from '#lib/identity/sign-in/find-actor.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { catchInterruption } from '#scripts/testing/catch-interruption.ts'
import { setRequest } from '#scripts/testing/next-headers.ts'
import { serve } from '#scripts/testing/serve.ts'
import { currentContext, pageOr404 } from './current-context.ts'

vi.mock('next/headers', () => import('#scripts/testing/next-headers.ts'))
vi.mock('#lib/identity/sign-in/find-actor.ts', () => ({ findActor: vi.fn() }))

function signedIn(role: Role): void {
  const actor = { id: crypto.randomUUID(), role } as Awaited<ReturnType<typeof findActor>>
  vi.mocked(findActor).mockResolvedValue(actor)
}

beforeEach(() => {
  serve()
  const cookies = { '__Host-next-auth.session-token': createCredential() }
  setRequest({ cookies, headers: { 'x-path': '/student?day=1' } })
  vi.mocked(findActor).mockResolvedValue(null)
})

test('a visitor who is not signed in is sent to sign-in and returns to the page afterwards', async () => {
  const signIn = 'to /sign-in?next=%2Fstudent%3Fday%3D1'
  expect(await catchInterruption(() => currentContext())).toBe(signIn)
  setRequest({ headers: { 'x-path': '/student?day=1' } })
  expect(await catchInterruption(() => currentContext('STUDENT'))).toBe(signIn)
})

test('a page for one role is forbidden to other roles', async () => {
  signedIn('TRAINER')
  expect((await currentContext('TRAINER')).actor.role).toBe('TRAINER')
  for (const role of ['ADMIN', 'STUDENT'] as const) {
    expect(await catchInterruption(() => currentContext(role))).toBe('403')
  }
})

test('users stay signed in while the database is unavailable', async () => {
  const away = new Refusal('unavailable', 'databaseUnavailable')
  vi.mocked(findActor).mockRejectedValue(away)
  await expect(currentContext()).rejects.toBe(away)
})

test.each([
  ['not_found', '404'],
  ['forbidden', '403'],
  ['conflict', null],
] as const)('for the refusal %s of a use case the page is %s', async (code, interruption) => {
  const reading = () => pageOr404(Promise.reject(new Refusal(code, 'notAllowed')))
  expect(await catchInterruption(reading)).toBe(interruption)
})
