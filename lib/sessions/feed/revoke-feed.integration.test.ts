import { expect, test } from 'vitest'
import { createSchool, type School } from '#scripts/testing/school.ts'
import type { FeedAddress } from './api.ts'
import { findFeedAddress } from './find-feed-address.ts'
import { readFeed } from './read-feed.ts'
import { revokeFeed } from './revoke-feed.ts'

const isRead = (school: School, { url }: FeedAddress) =>
  readFeed(school.system(), { file: url.split('/').at(-1) ?? '' }).then(
    () => true,
    () => false,
  )

test('an address stays the same until it is revoked, for browsers and for calendar apps', async () => {
  const school = await createSchool()
  const noor = school.as(await school.person('STUDENT'))
  const address = await findFeedAddress(noor)
  expect(address.url).toMatch(/^https:\/\/school\.test\/feeds\/.+\.ics$/)
  expect(address.webcalUrl).toBe(address.url.replace('https:', 'webcal:'))
  expect(await findFeedAddress(noor)).toEqual(address)
})

test('a revoked address stops working, the new one works, and other users’ addresses are unchanged', async () => {
  const school = await createSchool()
  const noor = school.as(await school.person('STUDENT'))
  const karim = school.as(await school.person('STUDENT'))
  const [old, others] = [await findFeedAddress(noor), await findFeedAddress(karim)]
  const next = await revokeFeed(noor, { serial: old.serial })
  expect(await Promise.all([old, next, others].map((address) => isRead(school, address)))).toEqual([
    false,
    true,
    true,
  ])
  expect(
    await school.database.auditEvent.findMany({ select: { action: true, actorId: true, subjectId: true } }),
  ).toEqual([{ action: 'feed_revoked', actorId: noor.actor.id, subjectId: noor.actor.id }])
})

test('revoking an address twice, also at once, creates one new address and one audit event', async () => {
  const school = await createSchool()
  const noor = school.as(await school.person('STUDENT'))
  const { serial } = await findFeedAddress(noor)
  const answers = await Promise.all([1, 2, 3].map(() => revokeFeed(noor, { serial })))
  expect(new Set(answers.map(({ url }) => url)).size).toBe(1)
  expect(await revokeFeed(noor, { serial })).toEqual(answers[0])
  expect(await school.database.auditEvent.count({ where: { action: 'feed_revoked' } })).toBe(1)
})

test('an unknown serial changes nothing', async () => {
  const school = await createSchool()
  const noor = school.as(await school.person('STUDENT'))
  const address = await findFeedAddress(noor)
  expect(await revokeFeed(noor, { serial: address.serial + 1 })).toEqual(address)
})
