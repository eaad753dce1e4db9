import { expect, test } from 'vitest'
import { changeAssistant } from '#lib/classroom/moderation/change-assistant.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { seatStudents } from '#lib/sessions/seats/seat-students.ts'
import { readLines } from '#scripts/testing/read-lines.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { exportSeats } from './export-seats.ts'

test('the trainer and students who may admit export seats and waitlist, without executable formulas', async () => {
  const school = await createSchool()
  const [trainer, other] = await school.people('TRAINER', 2)
  const [noor, sum] = [await school.person('STUDENT', 'Noor'), await school.person('STUDENT', '=SUM(A1)')]
  if (!trainer || !other) throw new Error('two trainers')
  const stored = 'noor@xn--mnchen-3ya.test'
  await school.database.user.update({ where: { id: noor.id }, data: { email: stored } })
  const sessionId = await school.session({ trainer, students: [noor], capacity: 1 })
  await seatStudents(await school.asAdmin(), {
    sessionId,
    studentIds: [sum.id],
    allowOverlap: false,
    whenFull: 'waitlist',
  })
  expect(await readLines(await exportSeats(school.as(trainer), { sessionId }))).toEqual([
    'name,seat,waitlistedFor,userId,email',
    `Noor,online,,${noor.id},noor@münchen.test`,
    `'=SUM(A1),,online,${sum.id},${sum.email}`,
  ])
  await changeAssistant(school.as(trainer), {
    sessionId,
    userId: noor.id,
    assistantPermissions: ['mute', 'hands'],
  })
  expect(await findSession(school.as(noor), { sessionId })).toMatchObject({ seats: null })
  for (const stranger of [noor, other]) {
    const exporting = exportSeats(school.as(stranger), { sessionId })
    await expect(exporting).rejects.toMatchObject({ code: 'forbidden' })
  }
  await changeAssistant(school.as(trainer), { sessionId, userId: noor.id, assistantPermissions: ['admit'] })
  expect(await readLines(await exportSeats(school.as(noor), { sessionId }))).toEqual([
    'name,seat,waitlistedFor',
    'Noor,online,',
  ])
})
