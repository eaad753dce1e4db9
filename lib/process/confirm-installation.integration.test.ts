import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { inTransaction } from '#lib/database/transaction.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { confirmInstallation, SecretMismatch } from './confirm-installation.ts'

const OURS = 'the secret of the first instance, long enough'
const THEIRS = 'the secret of another instance, long enough'

type Wish = { secret?: string; accept?: boolean; publicUrl?: string | null }

function start(
  { database }: Parameters<typeof confirmInstallation>[0],
  { secret = OURS, accept = false, publicUrl = null }: Wish = {},
) {
  return confirmInstallation(
    { database },
    { authSecret: secret, acceptNewSecrets: accept, chosenPublicUrl: publicUrl },
  )
}

function listenToLog() {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  return () => warn.mock.calls.flat().join('\n')
}

/** Waits until a statement in the school's database is blocked by another transaction. */
function untilSomethingWaits(school: School) {
  return eventually(async () => {
    const waiting = await school.database.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    expect(waiting).toHaveLength(1)
  })
}

describe('the secret', () => {
  test('of the first start is recorded silently and accepted afterwards', async () => {
    const school = await createSchool()
    const logged = listenToLog()
    await start(school)
    await start(school)
    expect(logged()).toBe('')
  })

  test('of another instance is refused with instructions, and without the secret in the message', async () => {
    const school = await createSchool()
    await start(school)
    const refused = start(school, { secret: THEIRS })
    await expect(refused).rejects.toBeInstanceOf(SecretMismatch)
    await expect(refused).rejects.toThrow(/AUTH_SECRET .*ACCEPT_NEW_SECRETS=true/s)
    await expect(refused).rejects.not.toThrow(/the secret of/)
    await start(school)
  })

  test('is replaced if new secrets are accepted; the former secret is then refused', async () => {
    const school = await createSchool()
    const logged = listenToLog()
    await start(school)
    await start(school, { secret: THEIRS, accept: true })
    expect(logged()).toContain('without ACCEPT_NEW_SECRETS')
    await start(school, { secret: THEIRS })
    await expect(start(school)).rejects.toBeInstanceOf(SecretMismatch)
  })

  test.each([
    { name: 'on a new database', accept: false },
    { name: 'if both accept new secrets', accept: true },
  ])('of two instances that start together is recorded for exactly one: $name', async ({ accept }) => {
    const school = await createSchool()
    listenToLog()
    if (accept) await start(school, { secret: 'the secret that both of them replace, long enough' })
    const written = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    const first = inTransaction(school.system(), async (context) => {
      await start(context, { accept })
      written.resolve()
      await released.promise
    })
    await written.promise
    const second = start(school, { secret: THEIRS, accept }).then(
      () => 'recorded',
      (error: unknown) => error,
    )
    await untilSomethingWaits(school)
    released.resolve()
    await first
    expect(await second).toBeInstanceOf(SecretMismatch)
    await start(school)
  })
})

describe('PUBLIC_URL', () => {
  test('that differs from the recorded one causes one warning and is recorded', async () => {
    const school = await createSchool()
    const logged = listenToLog()
    await start(school, { publicUrl: 'https://school.test' })
    await start(school, { publicUrl: 'https://school.test' })
    expect(logged()).toBe('')
    await start(school, { publicUrl: 'https://moved.test' })
    const warned = logged()
    expect(warned).toMatch(/PUBLIC_URL is https:\/\/moved\.test and was https:\/\/school\.test/)
    await start(school, { publicUrl: 'https://moved.test' })
    expect(logged()).toBe(warned)
  })

  test('is neither compared nor recorded at its default', async () => {
    const school = await createSchool()
    const logged = listenToLog()
    await start(school)
    await start(school, { publicUrl: 'https://school.test' })
    await start(school)
    await start(school, { publicUrl: 'https://school.test' })
    expect(logged()).toBe('')
  })
})
