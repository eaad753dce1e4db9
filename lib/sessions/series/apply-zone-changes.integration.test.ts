import { expect, test } from 'vitest'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { applyZoneChanges } from './apply-zone-changes.ts'

/** Sets the session's times as if Berlin's clocks had shown an hour less when it was planned. */
async function planUnderOtherClocks(school: School, id: SessionId, startsAt: string, wallStart: string) {
  const start = new Date(startsAt)
  const endsAt = new Date(start.getTime() + HOUR_MS)
  await school.database.classSession.update({ where: { id }, data: { startsAt: start, endsAt, wallStart } })
}

async function startOf(school: School, id: SessionId): Promise<string> {
  const { startsAt } = await school.database.classSession.findUniqueOrThrow({ where: { id } })
  return startsAt.toISOString()
}

test('future sessions move to their intended wall time and are reported', async () => {
  const school = await createSchool()
  const [other, right, past] = [await school.session(), await school.session(), await school.session()]
  await planUnderOtherClocks(school, other, '2028-07-04T17:00:00Z', '2028-07-04T18:00')
  await planUnderOtherClocks(school, right, '2028-07-04T16:00:00Z', '2028-07-04T18:00')
  await planUnderOtherClocks(school, past, '2020-07-04T17:00:00Z', '2020-07-04T18:00')
  expect(await applyZoneChanges(school.system())).toEqual({ moved: [other], colliding: [] })
  expect(await startOf(school, other)).toBe('2028-07-04T16:00:00.000Z')
  expect(await startOf(school, past)).toBe('2020-07-04T17:00:00.000Z')
  const events = await school.database.auditEvent.findMany()
  expect(events).toMatchObject([{ actorId: null, action: 'session_changed', subjectId: other }])
  expect(await applyZoneChanges(school.system())).toEqual({ moved: [], colliding: [] })
})

test('a session that would collide stays and is reported', async () => {
  const school = await createSchool()
  const trainer = await school.person('TRAINER')
  const [moving, busy] = [
    await school.session({ trainer }),
    await school.session({ trainer, startsInHours: 9 }),
  ]
  await planUnderOtherClocks(school, busy, '2028-07-04T16:00:00Z', '2028-07-04T18:00')
  await planUnderOtherClocks(school, moving, '2028-07-04T17:00:00Z', '2028-07-04T18:00')
  expect(await applyZoneChanges(school.system())).toEqual({ moved: [], colliding: [moving] })
  expect(await startOf(school, moving)).toBe('2028-07-04T17:00:00.000Z')
})

test.each(['in_progress', 'completed', 'cancelled'] as const)(
  'a session that is %s stays and is not reported',
  async (status) => {
    const school = await createSchool()
    const id = await school.session({ status })
    await planUnderOtherClocks(school, id, '2028-07-04T17:00:00Z', '2028-07-04T18:00')
    expect(await applyZoneChanges(school.system())).toEqual({ moved: [], colliding: [] })
    expect(await startOf(school, id)).toBe('2028-07-04T17:00:00.000Z')
  },
)
