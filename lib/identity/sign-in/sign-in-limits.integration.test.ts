import { describe, expect, test } from 'vitest'
import { SECOND_MS } from '#lib/kernel/durations.ts'
import { countAttempt, hashedSubject } from '#lib/limits/stored-counters.ts'
import { PASSWORD } from '#scripts/testing/make-school.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { hashPassword } from './passwords.ts'
import { signIn } from './sign-in.ts'

const secret = 'a secret of the tests, 32 characters long'

type Try = { email: string; password?: string; address?: string; device?: string; now?: Date }

function attempt(school: School, { password = PASSWORD, now = new Date(), ...attempted }: Try) {
  const input = {
    address: '203.0.113.7',
    carrier: 'web' as const,
    ...attempted,
    password,
  }
  return signIn(school.system(now), input, secret)
}

/** Makes `count` wrong guesses in sequence. Returns the number of guesses that were checked. */
async function guess(school: School, count: number, tried: Omit<Try, 'password'>): Promise<number> {
  let looked = 0
  for (let index = 0; index < count; index += 1) {
    const refusal = await attempt(school, { ...tried, password: 'wrong' }).catch((error) => error)
    if (refusal.code === 'unauthenticated') looked += 1
  }
  return looked
}

describe('only failures count', () => {
  test('40 people of one school can sign in from one address at once', async () => {
    const school = await createSchool()
    const accounts = await Promise.all(Array.from({ length: 40 }, () => school.account()))
    const signedIn = await Promise.all(accounts.map(({ email }) => attempt(school, { email })))
    expect(signedIn.map(({ user }) => user.email)).toEqual(accounts.map(({ email }) => email))
  })

  test('a successful sign-in clears the earlier failures of its account', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    for (let round = 0; round < 3; round += 1) {
      expect(await guess(school, 4, { email })).toBe(4)
      await attempt(school, { email })
    }
  })
})

describe('failures slow sign-in down', () => {
  test('after 5 failures even the correct password must wait, and each further failure doubles the wait', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    let now = new Date()
    expect(await guess(school, 10, { email, now })).toBe(5)
    const waits: number[] = []
    for (let round = 0; round < 8; round += 1) {
      const refusal = await attempt(school, { email, now }).catch((error) => error)
      expect(refusal).toMatchObject({ code: 'rate_limited', reason: 'tooManyFailures' })
      waits.push(refusal.details.retryAfter)
      now = new Date(now.getTime() + refusal.details.retryAfter * SECOND_MS)
      expect(await guess(school, 1, { email, now })).toBe(1)
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900])
  })

  test('a lockout is temporary: after the wait the correct password works', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    await guess(school, 5, { email, now })
    const early = { email, now: new Date(now.getTime() + 14 * SECOND_MS) }
    await expect(attempt(school, early)).rejects.toMatchObject({ details: { retryAfter: 1 } })
    await attempt(school, { email, now: new Date(now.getTime() + 15 * SECOND_MS) })
  })

  test('15 minutes without failures reset the count', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    await guess(school, 4, { email, now })
    expect(await guess(school, 9, { email, now: new Date(now.getTime() + 901 * SECOND_MS) })).toBe(5)
  })

  test('of parallel guesses only 5 are checked, and a correct one among the others is refused like them', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    const passwords = Array.from({ length: 90 }, (_, index) => (index === 60 ? PASSWORD : 'wrong'))
    const outcomes = await Promise.allSettled(
      passwords.map((password) => attempt(school, { email, now, password })),
    )
    const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'in'))
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5)
    expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(85)
    expect(outcomes[60]).toMatchObject({ reason: { code: 'rate_limited', details: { retryAfter: 15 } } })
  })

  test('of parallel guesses at many accounts from one address only 100 are checked', async () => {
    const school = await createSchool()
    const now = new Date()
    const guessAt = (index: number) =>
      attempt(school, { email: `nobody-${index}@school.test`, password: 'wrong', now }).catch(
        ({ code }) => code,
      )
    const first = await Promise.all(Array.from({ length: 95 }, (_, index) => guessAt(index)))
    const second = await Promise.all(Array.from({ length: 30 }, (_, index) => guessAt(95 + index)))
    const checked = [...first, ...second].filter((code) => code === 'unauthenticated')
    expect(checked).toHaveLength(100)
    expect(second.filter((code) => code === 'rate_limited')).toHaveLength(25)
  })

  test('a correct password does not use up the limits of the account and the address', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    for (let count = 0; count < 49; count += 1) {
      await attempt(school, { email, now, password: 'wrong', address: `10.0.0.${count}` }).catch(() => {})
    }
    for (const address of ['10.1.0.1', '10.1.0.2']) await attempt(school, { email, now, address })
    expect(await guess(school, 3, { email, now, address: '10.1.0.3' })).toBe(1)
  })
})

describe('the scope of failures', () => {
  test('a successful sign-in keeps the failures of other accounts at its address', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const [now, address] = [new Date(), '203.0.113.7']
    const failed = { limit: 'sign-in-address', subject: hashedSubject(address, secret) } as const
    for (let count = 0; count < 99; count += 1) await countAttempt(school.system(now), [failed])
    await attempt(school, { email, now, address })
    expect(await guess(school, 2, { email: 'nobody@school.test', now, address })).toBe(1)
  })

  test('failures of one account do not slow another account, or the same account at another address', async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.account(), await school.account()]
    await guess(school, 8, { email: noor.email })
    await attempt(school, { email: karim.email })
    await attempt(school, { email: noor.email, address: '198.51.100.2' })
  })

  test('an address that tries many accounts is slowed down for all accounts', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    for (const half of [0, 50]) {
      const guesses = Array.from({ length: 50 }, (_, index) =>
        attempt(school, { email: `nobody-${half + index}@school.test`, password: 'wrong', now }),
      )
      await Promise.allSettled(guesses)
    }
    await expect(attempt(school, { email, now })).rejects.toMatchObject({ code: 'rate_limited' })
    await attempt(school, { email, now, address: '198.51.100.2' })
  })

  test('an account that is tried from many addresses is slowed down, except on a known device', async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.account(), await school.account()]
    const now = new Date()
    const { device } = await attempt(school, { email: noor.email, now })
    const guesses = Array.from({ length: 50 }, (_, index) =>
      attempt(school, { email: noor.email, password: 'wrong', now, address: `10.0.0.${index}` }),
    )
    await Promise.allSettled(guesses)
    const stranger = { email: noor.email, now, address: '198.51.100.2' }
    await expect(attempt(school, stranger)).rejects.toMatchObject({ code: 'rate_limited' })
    await attempt(school, { ...stranger, device })
    await attempt(school, { ...stranger, email: karim.email })
  })

  test('a known device is slowed down only by its own failures', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    const [lost, hers] = [await attempt(school, { email, now }), await attempt(school, { email, now })]
    expect(await guess(school, 9, { email, now, device: lost.device })).toBe(5)
    await attempt(school, { email, now, device: hers.device })
    await attempt(school, { email, now })
  })

  test('a device stays known after its next sign-in, with the same counter', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    const first = await attempt(school, { email, now })
    const { device } = await attempt(school, { email, now, device: first.device })
    expect(device).toBe(first.device)
  })

  test('a forged value, or a value from before a password change, does not make a device known', async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.account(), await school.account()]
    const now = new Date()
    const { device: old } = await attempt(school, { email: noor.email, now })
    const { device: foreign } = await attempt(school, { email: karim.email, now })
    const passwordHash = await hashPassword('a new caravan')
    await school.database.user.update({ where: { id: noor.id }, data: { passwordHash } })
    await guess(school, 5, { email: noor.email, now })
    for (const device of [crypto.randomUUID(), old, foreign]) {
      const tried = { email: noor.email, password: 'a new caravan', now, device }
      await expect(attempt(school, tried)).rejects.toMatchObject({ code: 'rate_limited' })
    }
  })
})

test('stored failure counters contain no address and no e-mail', async () => {
  const school = await createSchool()
  await guess(school, 1, { email: 'noor@school.test', address: '203.0.113.7' })
  const kept = JSON.stringify(await school.database.limitCounter.findMany())
  expect(kept).not.toMatch(/noor|school|203/)
})
