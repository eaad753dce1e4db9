import { expect, test } from 'vitest'
import type { Database } from '#lib/database/client.ts'
import { DAY_MS, HOUR_MS } from '#lib/kernel/durations.ts'
import { lockClass } from '#lib/sessions/seats/seats.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { createSession } from './create-session.ts'

/** An admin and their input: a session tomorrow in a location. */
async function ready() {
  const school = await createSchool()
  const startsAt = new Date(Date.now() + DAY_MS)
  const plan = {
    classId: await school.course('HYBRID'),
    sessionType: 'offline' as const,
    trainerId: (await school.person('TRAINER')).id,
    locationId: await school.location(),
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR_MS),
    allowOverlap: false,
  }
  return { school, admin: await school.asAdmin(), plan }
}
type Plan = Awaited<ReturnType<typeof ready>>['plan']

const now = new Date()
const changes: [string, (other: Database, plan: Plan) => Promise<unknown>, string][] = [
  [
    'trainer is disabled',
    (other, { trainerId: id }) => other.user.update({ where: { id }, data: { disabledAt: now } }),
    'trainerDisabled',
  ],
  [
    'trainer becomes a student',
    (other, { trainerId: id }) => other.user.update({ where: { id }, data: { role: 'STUDENT' } }),
    'noSuchTrainer',
  ],
  [
    'location is archived',
    (other, { locationId: id }) => other.location.update({ where: { id }, data: { archivedAt: now } }),
    'noSuchLocation',
  ],
  [
    'class is archived',
    (other, { classId: id }) => other.class.update({ where: { id }, data: { archivedAt: now } }),
    'classArchived',
  ],
]

test.each(changes)('nothing is planned while its %s', async (_, change, reason) => {
  const { school, admin, plan } = await ready()
  const outcome = await runDuring(
    school.database,
    (other) => change(other, plan),
    () => createSession(admin, plan),
  )
  expect(outcome).toMatchObject({ reason })
  expect(await school.database.classSession.count()).toBe(0)
})

test('a student who is enrolled while a session is planned gets a seat in it', async () => {
  const { school, admin, plan } = await ready()
  const { id: studentId } = await school.person('STUDENT')
  const outcome = await runDuring(
    school.database,
    async (other) => {
      await lockClass({ database: other }, plan.classId)
      await other.enrolment.create({ data: { classId: plan.classId, studentId } })
    },
    () => createSession(admin, plan),
  )
  expect(outcome).toMatchObject({ seatsTaken: 1 })
})
