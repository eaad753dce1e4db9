import { globSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createCredential } from '#lib/identity/sign-in/credential.ts'
import { findActor } from '#lib/identity/sign-in/find-actor.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { catchInterruption } from '#scripts/testing/catch-interruption.ts'
import { setRequest } from '#scripts/testing/next-headers.ts'
import { serve } from '#scripts/testing/serve.ts'

vi.mock('next/headers', () => import('#scripts/testing/next-headers.ts'))
vi.mock('#lib/identity/sign-in/find-actor.ts', () => ({ findActor: vi.fn() }))

type Props = { params: Promise<object>; searchParams: Promise<object>; children: null }
type Page = (props: Props) => unknown

const publicPages = [
  'invitation/[key]/page.tsx',
  'mail-preferences/[key]/page.tsx',
  'room-display/page.tsx',
  'sign-in/page.tsx',
  'sign-in/reset/page.tsx',
]

const id = crypto.randomUUID()
const props: Props = {
  params: Promise.resolve({ sessionId: id, classId: id, key: id }),
  searchParams: Promise.resolve({}),
  children: null,
}

/** Pages, and layouts that check the viewer, by file name. */
const pages = new Map<string, Page>()

beforeAll(async () => {
  const patterns = ['**/page.tsx', '*/layout.tsx', '*/{admin,trainer,student}/layout.tsx']
  for (const file of globSync(patterns, { cwd: import.meta.dirname })) {
    pages.set(file, (await import(join(import.meta.dirname, file))).default)
  }
}, MINUTE_MS)

beforeEach(() => {
  serve()
  setRequest({ cookies: { '__Host-next-auth.session-token': createCredential() } })
})

function signedIn(role: Role | null): void {
  const actor = role && ({ id, role } as Awaited<ReturnType<typeof findActor>>)
  vi.mocked(findActor).mockResolvedValue(actor)
}

/** The files of pages whose outcome is not the expected one. */
async function exceptions(expected: string, isAsked: (file: string) => boolean = () => true) {
  const others: string[] = []
  for (const [file, render] of pages) {
    if (isAsked(file) && (await catchInterruption(() => render(props))) !== expected) others.push(file)
  }
  return others.sort()
}

test('every page except the public ones redirects a visitor to sign-in', async () => {
  signedIn(null)
  expect(pages.size).toBeGreaterThan(25)
  expect(await exceptions('to /sign-in?next=%2F')).toEqual(publicPages)
})

test.each([
  ['admin', ['TRAINER', 'STUDENT']],
  ['trainer', ['ADMIN', 'STUDENT']],
  ['student', ['ADMIN', 'TRAINER']],
] as const)('every page of the role %s is forbidden to other roles', async (folder, others) => {
  const ofRole = (file: string) => file.startsWith(`(signed-in)/${folder}/`)
  expect([...pages.keys()].filter(ofRole).length).toBeGreaterThan(2)
  for (const role of others) {
    signedIn(role)
    expect(await exceptions('403', ofRole)).toEqual([])
  }
})

test('admins can view a session but cannot enter its room', async () => {
  signedIn('ADMIN')
  const ofRoom = (file: string) => file.startsWith('(room)/sessions/')
  expect([...pages.keys()].filter((file) => ofRoom(file) && file.endsWith('page.tsx'))).toHaveLength(2)
  expect(await exceptions(`to /sessions/${id}`, (file) => ofRoom(file))).toEqual([])
})

test('the sign-in page redirects a signed-in user only to pages of this site', async () => {
  signedIn('STUDENT')
  const signIn = pages.get('sign-in/page.tsx')
  for (const [next, leadsTo] of [
    ['/account', 'to /account'],
    ['https://evil.test/', 'to /'],
    ['/.//evil.test', 'to /'],
  ]) {
    const searchParams = Promise.resolve({ next })
    expect(await catchInterruption(() => signIn?.({ ...props, searchParams }))).toBe(leadsTo)
  }
})
