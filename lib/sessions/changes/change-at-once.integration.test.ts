import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'
import { lockStudents } from '#lib/sessions/seats/seats.ts'
import { waitUntilDoneOrBlocked } from '#scripts/testing/lock-waits.ts'
import { beginTransaction, runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool } from '#scripts/testing/school.ts'

const nothing = { allowOverlap: false }

describe('while another change of the session is written', () => {
  /** The outcome of a capacity change while another transaction sets the session's title. */
  async function changeDuringAnother(ifRevision?: number) {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const sessionId = await school.session()
    const outcome = await runDuring(
      school.database,
      (other) =>
        other.classSession.update({
          where: { id: sessionId },
          data: { title: 'Lifetimes', revision: { increment: 1 } },
        }),
      () => changeSession(admin, { sessionId, capacity: 30, ifRevision, ...nothing }),
    )
    const row = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    return { outcome, row }
  }

  test('a change based on the older revision is refused', async () => {
    const { outcome, row } = await changeDuringAnother(0)
    expect(outcome).toMatchObject({ code: 'conflict', reason: 'changedMeanwhile' })
    expect(row).toMatchObject({ title: 'Lifetimes', capacity: 20, revision: 1 })
  })

  test('a change without a revision keeps both', async () => {
    const { outcome, row } = await changeDuringAnother()
    expect(outcome).toMatchObject({ title: 'Lifetimes', capacity: 30 })
    expect(row).toMatchObject({ title: 'Lifetimes', capacity: 30, revision: 2 })
  })
})

test('a student seated while the session is moved is not double-booked', async () => {
  const school = await createSchool()
  const { database } = school
  const [admin, noor] = [await school.asAdmin(), await school.person('STUDENT')]
  const sessionId = await school.session({ startsInHours: 20 })
  const elsewhere = await school.session({ startsInHours: 30 })
  const seating = await beginTransaction(database)
  await seating.database.classSession.update({ where: { id: sessionId }, data: { seatsTaken: 1 } })
  await seating.database.seat.create({ data: { sessionId, studentId: noor.id } })
  const startsAt = new Date(Date.now() + 30 * HOUR_MS)
  const span = { startsAt, endsAt: new Date(startsAt.getTime() + HOUR_MS) }
  const moving = changeSession(admin, { sessionId, ...span, ...nothing }).catch((error: unknown) => error)
  await waitUntilDoneOrBlocked(database, moving)
  // The move has not seen the student and does not lock them; another transaction gives them a seat at the new time.
  const booking = await beginTransaction(database)
  await lockStudents(booking, [noor.id])
  await booking.database.seat.create({ data: { sessionId: elsewhere, studentId: noor.id } })
  await seating.commit()
  await waitUntilDoneOrBlocked(database, moving)
  await booking.commit()
  expect(await moving).toMatchObject({
    code: 'conflict',
    reason: 'studentBusy',
    details: { collisions: [{ sessionId: elsewhere, people: [{ id: noor.id }] }] },
  })
})
