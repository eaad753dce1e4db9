import { describe, expect, test } from 'vitest'
import { PASSWORD } from '#scripts/testing/make-school.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { signIn } from './sign-in.ts'

const secret = 'a secret of the tests, 32 characters long'
const SECOND = 1000

type Try = { email: string; password?: string; address?: string; knownBrowser?: string | null; now?: Date }

function attempt(school: School, { password = PASSWORD, now = new Date(), ...attempted }: Try) {
  const input = {
    address: '203.0.113.7',
    knownBrowser: null,
    carrier: 'web' as const,
    ...attempted,
    password,
  }
  return signIn(school.system(now), input, secret)
}

/** How many of `count` wrong guesses, one after the other, were looked at. */
async function guess(school: School, count: number, tried: Omit<Try, 'password'>): Promise<number> {
  let looked = 0
  for (let index = 0; index < count; index += 1) {
    const refusal = await attempt(school, { ...tried, password: 'wrong' }).catch((error) => error)
    if (refusal.code === 'unauthenticated') looked += 1
  }
  return looked
}

describe('only failures count', () => {
  test('40 people of one school sign in from one address at once', async () => {
    const school = await createSchool()
    const accounts = await Promise.all(Array.from({ length: 40 }, () => school.account()))
    const signedIn = await Promise.all(accounts.map(({ email }) => attempt(school, { email })))
    expect(signedIn.map(({ user }) => user.email)).toEqual(accounts.map(({ email }) => email))
  })

  test('a right sign-in forgets what its account failed before', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    for (let round = 0; round < 3; round += 1) {
      expect(await guess(school, 4, { email })).toBe(4)
      await attempt(school, { email })
    }
  })
})

describe('failures slow down', () => {
  test('after 5 the right password must wait, and each further one doubles the wait', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    let now = new Date()
    expect(await guess(school, 10, { email, now })).toBe(5)
    const waits: number[] = []
    for (let round = 0; round < 8; round += 1) {
      const refusal = await attempt(school, { email, now }).catch((error) => error)
      expect(refusal).toMatchObject({ code: 'rate_limited', reason: 'tooManyFailures' })
      waits.push(refusal.details.retryAfter)
      now = new Date(now.getTime() + refusal.details.retryAfter * SECOND)
      expect(await guess(school, 1, { email, now })).toBe(1)
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900])
  })

  test('nobody is locked out for good: after the wait the right password works', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    await guess(school, 5, { email, now })
    const early = { email, now: new Date(now.getTime() + 14 * SECOND) }
    await expect(attempt(school, early)).rejects.toMatchObject({ details: { retryAfter: 1 } })
    await attempt(school, { email, now: new Date(now.getTime() + 15 * SECOND) })
  })

  test('a quarter of an hour without failures begins anew', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    await guess(school, 4, { email, now })
    expect(await guess(school, 9, { email, now: new Date(now.getTime() + 901 * SECOND) })).toBe(5)
  })

  test('guesses sent at once end blocked, and so does the right one among them', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    const guesses = Array.from({ length: 30 }, () => attempt(school, { email, now, password: 'wrong' }))
    const outcomes = await Promise.allSettled([...guesses, attempt(school, { email, now })])
    expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'rate_limited' } })
    await expect(attempt(school, { email, now })).rejects.toMatchObject({ code: 'rate_limited' })
  })
})

describe('whose failures they are', () => {
  test("one account's do not slow another, nor the same from elsewhere", async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.account(), await school.account()]
    await guess(school, 8, { email: noor.email })
    await attempt(school, { email: karim.email })
    await attempt(school, { email: noor.email, address: '198.51.100.2' })
  })

  test('an address that tries many accounts is slowed for all of them', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    const guesses = Array.from({ length: 100 }, (_, index) =>
      attempt(school, { email: `nobody-${index}@school.test`, password: 'wrong', now }),
    )
    await Promise.allSettled(guesses)
    await expect(attempt(school, { email, now })).rejects.toMatchObject({ code: 'rate_limited' })
    await attempt(school, { email, now, address: '198.51.100.2' })
  })

  test('an account that is tried from many addresses is slowed, but not for a browser that it knows', async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.account(), await school.account()]
    const now = new Date()
    const guesses = Array.from({ length: 50 }, (_, index) =>
      attempt(school, { email: noor.email, password: 'wrong', now, address: `10.0.0.${index}` }),
    )
    await Promise.allSettled(guesses)
    const stranger = { email: noor.email, now, address: '198.51.100.2' }
    await expect(attempt(school, stranger)).rejects.toMatchObject({ code: 'rate_limited' })
    await attempt(school, { ...stranger, knownBrowser: 'hers' })
    await attempt(school, { ...stranger, email: karim.email })
  })

  test('a known browser is slowed by its own failures, and by them alone', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const now = new Date()
    expect(await guess(school, 9, { email, now, knownBrowser: 'lost' })).toBe(5)
    await attempt(school, { email, now, knownBrowser: 'hers' })
    await attempt(school, { email, now })
  })
})

test('what is kept of failures tells nobody an address or an e-mail', async () => {
  const school = await createSchool()
  await guess(school, 1, { email: 'noor@school.test', address: '203.0.113.7' })
  const kept = JSON.stringify(await school.database.signInFailure.findMany())
  expect(kept).not.toMatch(/noor|school|203/)
})
