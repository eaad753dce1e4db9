import { describe, expect, test } from 'vitest'
import { eraseUser } from '#lib/people/erase-user.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool } from '#scripts/testing/school.ts'

/** A student to be erased, with a seat in a future online session. */
async function ready() {
  const school = await createSchool()
  const noor = await school.person('STUDENT')
  const sessionId = await school.session({ students: [noor] })
  return { school, admin: await school.asAdmin(), noor, sessionId }
}

describe('an erased student', () => {
  test('keeps the seat of a session that starts at this moment, as history', async () => {
    const { school, admin, noor, sessionId } = await ready()
    const outcome = await runDuring(
      school.database,
      (other) => other.classSession.update({ where: { id: sessionId }, data: { status: 'in_progress' } }),
      () => eraseUser(admin, { userId: noor.id }),
    )
    expect(outcome).toMatchObject({ erased: true })
    expect(await school.database.seat.count({ where: { sessionId, studentId: noor.id } })).toBe(1)
    expect(await school.database.classSession.findUnique({ where: { id: sessionId } })).toMatchObject({
      seatsTaken: 1,
    })
  })

  test('is removed from online rooms that are open before their session starts', async () => {
    const { school, admin, noor, sessionId } = await ready()
    await eraseUser(admin, { userId: noor.id })
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId } })
    const unseated = { subjectId: sessionId, before: { studentIds: [noor.id] } }
    const trail = await school.database.auditEvent.findMany({ where: { action: 'students_unseated' } })
    expect(trail).toMatchObject([unseated])
  })
})
