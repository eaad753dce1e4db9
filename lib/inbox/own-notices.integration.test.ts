import { expect, test } from 'vitest'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { notifyPeople } from '#scripts/testing/notify-people.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { countUnread } from './count-unread.ts'
import { listNotices } from './list-notices.ts'
import { markRead } from './mark-read.ts'

test('users cannot read or count notices of other users', async () => {
  const school = await createSchool()
  const [noor, mateo] = [await school.person('STUDENT'), await school.person('STUDENT')]
  await notifyPeople(school, [noor])
  expect(await listNotices(school.as(mateo), { limit: 9 })).toMatchObject({ items: [], unread: 0 })
  expect(await countUnread(school.as(mateo))).toEqual({ unread: 0 })
})

test('reading a notice again keeps the time of the first reading', async () => {
  const school = await createSchool()
  const noor = await school.person('STUDENT')
  await notifyPeople(school, [noor])
  const now = new Date()
  for (const at of [now, new Date(now.getTime() + MINUTE_MS)]) await markRead(school.as(noor, at), {})
  expect(await school.database.notice.findMany()).toMatchObject([{ readAt: now }])
})

test('the count of unread notices stops at 99', async () => {
  const school = await createSchool()
  const noor = await school.person('STUDENT')
  const keys = Array.from({ length: 100 }, (_, index) => String(index))
  await notifyPeople(school, [noor], keys)
  expect(await countUnread(school.as(noor))).toEqual({ unread: 99 })
})
