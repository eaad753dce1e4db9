import { expect, test } from 'vitest'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { storedLimits } from './limits.ts'
import {
  type Counter,
  clearAttempts,
  countAttempt,
  hashedSubject,
  refundAttempts,
} from './stored-counters.ts'

const pairing: Counter = { limit: 'pairing-attempts', subject: 'a trainer' }
const pair: Counter = { limit: 'sign-in-pair', subject: 'an account from an address' }
const account: Counter = { limit: 'sign-in-account', subject: 'an account' }
const later = (ms: number) => new Date(Date.now() + ms)

test('of concurrent attempts, exactly as many are granted as the limit allows', async () => {
  const school = await createSchool()
  const context = school.system()
  for (const counter of [pairing, pair]) {
    const attempts = await Promise.all(Array.from({ length: 30 }, () => countAttempt(context, [counter])))
    expect(attempts.filter(({ granted }) => granted)).toHaveLength(storedLimits[counter.limit].max)
  }
})

test('a granted attempt returns the remaining attempts, a refused attempt the seconds to wait', async () => {
  const school = await createSchool()
  const now = new Date()
  const left: unknown[] = []
  for (let count = 0; count < 5; count += 1) left.push(await countAttempt(school.system(now), [pairing]))
  expect(left).toMatchObject([{ left: 4 }, { left: 3 }, { left: 2 }, { left: 1 }, { left: 0 }])
  const refused = await countAttempt(school.system(new Date(now.getTime() + 4 * MINUTE_MS)), [pairing])
  expect(refused).toEqual({ granted: false, seconds: 6 * 60 })
  expect(
    await countAttempt(school.system(new Date(now.getTime() + 10 * MINUTE_MS)), [pairing]),
  ).toMatchObject({
    left: 4,
  })
})

test('a refused attempt is not counted by any counter, not even by those that would have granted it', async () => {
  const school = await createSchool()
  const context = school.system()
  for (let count = 0; count < 5; count += 1) await countAttempt(context, [pair])
  for (let count = 0; count < 100; count += 1) await countAttempt(context, [account, pair])
  expect(await countAttempt(context, [account])).toMatchObject({ granted: true, left: 49 })
})

test('a refund ends the pause that the attempt started', async () => {
  const school = await createSchool()
  const context = school.system()
  for (let count = 0; count < 5; count += 1) await countAttempt(context, [pair])
  await refundAttempts(context, [pair])
  expect(await countAttempt(context, [pair])).toEqual({ granted: true, left: 0 })
  expect(await countAttempt(context, [pair])).toEqual({ granted: false, seconds: 15 })
})

test('more refunds than attempts leave no credit', async () => {
  const school = await createSchool()
  const context = school.system()
  await countAttempt(context, [pair])
  for (let count = 0; count < 3; count += 1) await refundAttempts(context, [pair])
  const attempts = await Promise.all(Array.from({ length: 9 }, () => countAttempt(context, [pair])))
  expect(attempts.filter(({ granted }) => granted)).toHaveLength(5)
})

test('a cleared counter starts again', async () => {
  const school = await createSchool()
  const context = school.system()
  for (let count = 0; count < 6; count += 1) await countAttempt(context, [pair])
  await clearAttempts(context, pair)
  expect(await countAttempt(context, [pair])).toEqual({ granted: true, left: 4 })
})

test('a pause ends after its time and never lasts longer than the window', async () => {
  const school = await createSchool()
  let at = 0
  const waits: number[] = []
  for (let count = 0; count < 12; count += 1) {
    await countAttempt(school.system(later(at)), [pair])
    const refused = await countAttempt(school.system(later(at)), [pair])
    if (refused.granted) continue
    waits.push(refused.seconds)
    at += refused.seconds * 1000
  }
  expect(Math.max(...waits)).toBe(15 * 60)
})

test('a hashed subject reveals nothing and depends on the secret', () => {
  const hashed = hashedSubject('noor@school.test', 'a secret')
  expect(hashed).not.toMatch(/noor|school/)
  expect(hashed).not.toBe(hashedSubject('noor@school.test', 'another secret'))
})
