import { expect, test } from 'vitest'
import type { Context } from '#lib/context/context.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { createDemonstration, moveDemonstration } from './seed.ts'

const WEDNESDAY = new Date('2026-11-25T09:00:00Z')
const FRIDAY = new Date('2026-12-04T15:00:00Z')

async function countAround({ database }: School, now: Date) {
  const span = (from: number, to: number) => ({
    gte: new Date(now.getTime() + from * HOUR_MS),
    lt: new Date(now.getTime() + to * HOUR_MS),
  })
  return {
    all: await database.classSession.count(),
    soon: await database.classSession.count({ where: { status: 'scheduled', startsAt: span(0, 1) } }),
    running: await database.classSession.count({ where: { status: 'in_progress', startsAt: span(-4, 0) } }),
    ahead: await database.classSession.count({ where: { status: 'scheduled', startsAt: span(24, 14 * 24) } }),
  }
}

test('the demonstration is a school around the current day and can move to another day', async () => {
  const school = await createSchool()
  await createDemonstration(school.database, WEDNESDAY)
  const first = await countAround(school, WEDNESDAY)
  await moveDemonstration(school.database, FRIDAY)
  const second = await countAround(school, FRIDAY)
  expect(second.all).toBe(first.all)
  for (const { soon, running, ahead } of [first, second]) {
    expect(Math.min(soon, running, ahead)).toBeGreaterThan(0)
  }
})

test('a session that a user cancelled keeps its time', async () => {
  const school = await createSchool()
  await createDemonstration(school.database, WEDNESDAY)
  const admin: Context = await school.asAdmin()
  const planned = await school.database.classSession.findFirstOrThrow({ where: { status: 'scheduled' } })
  await cancelSession(admin, { sessionId: sessionId.parse(planned.id), reason: 'Closed for a day.' })
  await moveDemonstration(school.database, FRIDAY)
  const kept = await school.database.classSession.findUniqueOrThrow({ where: { id: planned.id } })
  expect(kept).toMatchObject({ status: 'cancelled', startsAt: planned.startsAt })
})
