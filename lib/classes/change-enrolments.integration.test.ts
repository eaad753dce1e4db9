import { describe, expect, onTestFinished, test } from 'vitest'
import type { AuditAction } from '#lib/audit/api.ts'
import type { Context } from '#lib/context/context.ts'
import { listenToChannel } from '#lib/database/listen.ts'
import { type ClassId, classId as toClassId } from '#lib/kernel/ids.ts'
import { PAGE_EVENTS_CHANNEL } from '#lib/page-events/event-envelope.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { changeEnrolment } from './change-enrolment.ts'
import { unenrolStudents } from './unenrol-students.ts'

/** A class of two students, one in person, with an upcoming session with one in-person seat, and a held session. */
async function ready() {
  const school = await createSchool()
  const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
  const classId = await school.course('HYBRID', 5, { inPersonCapacity: 1 })
  await school.enrol(classId, [noor])
  await school.enrol(classId, [karim], 'in_person')
  const common = { classId: classId, students: [noor], inPersonStudents: [karim] }
  const held = await school.session({ ...common, startsInHours: -9, status: 'completed' })
  const coming = await school.session({ ...common, waitlistedInPerson: [noor], startsInHours: 9 })
  return { school, noor, karim, classId, held, coming }
}

function eventsOf({ database }: School, action: AuditAction): Promise<number> {
  return database.auditEvent.count({ where: { action } })
}

async function seatsOf({ database }: School, sessionId: string) {
  const seats = await database.seat.findMany({ where: { sessionId } })
  const session = await database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
  expect(session.seatsTaken + session.inPersonSeatsTaken).toBe(seats.length)
  return Object.fromEntries(seats.map((seat) => [seat.studentId, seat.kind]))
}

describe('removing students from a class', () => {
  test('gives their upcoming seats to the waitlist, and leaves held sessions unchanged', async () => {
    const { school, noor, karim, classId, held, coming } = await ready()
    const admin = await school.asAdmin()
    const input = { classId, studentIds: [karim.id] }
    expect(await unenrolStudents(admin, input)).toEqual({ unenrolled: 1 })
    expect(await unenrolStudents(admin, input)).toEqual({ unenrolled: 0 })
    expect(await eventsOf(school, 'students_unenrolled')).toBe(1)
    expect(await seatsOf(school, coming)).toEqual({ [noor.id]: 'in_person' })
    expect(await seatsOf(school, held)).toEqual({ [noor.id]: 'online', [karim.id]: 'in_person' })
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId: coming } })
    const notices = await school.database.notice.findMany({ where: { userId: noor.id } })
    expect(notices).toMatchObject([
      { kind: 'seat_given', facts: { sessionId: coming, seatKind: 'in_person' } },
    ])
  })

  test('removes their waitlist entries', async () => {
    const { school, noor, classId } = await ready()
    await unenrolStudents(await school.asAdmin(), { classId, studentIds: [noor.id] })
    expect(await school.database.waitlistEntry.count()).toBe(0)
  })

  test('frees them for a session at the same time for which they are waitlisted', async () => {
    const { school, noor, classId } = await ready()
    const other = await school.session({ startsInHours: 9 })
    await school.database.waitlistEntry.create({
      data: { sessionId: other, studentId: noor.id, kind: 'online' },
    })
    await unenrolStudents(await school.asAdmin(), { classId, studentIds: [noor.id] })
    expect(school.sent).toContainEqual({ name: 'promote-waitlist', payload: { sessionId: other } })
  })

  test('notifies their open pages that they have lost their seats', async () => {
    const { school, karim, classId, coming } = await ready()
    const heard: unknown[] = []
    const listening = Promise.withResolvers<void>()
    const onNotice = (payload: string) => void heard.push(JSON.parse(payload))
    onTestFinished(
      listenToChannel(school.url, PAGE_EVENTS_CHANNEL, {
        onNotification: onNotice,
        onListening: listening.resolve,
      }),
    )
    await listening.promise
    await unenrolStudents(await school.asAdmin(), { classId, studentIds: [karim.id] })
    const told = { kind: 'session', sessionId: coming, audience: 'everybody' }
    await eventually(() => expect(heard).toContainEqual(expect.objectContaining(told)))
    expect(heard).toContainEqual({ ...told, formerUserIds: [karim.id] })
  })
})

describe('the usual seat kind of a student', () => {
  test('changes alone, or with upcoming seats; without a free seat the student joins the waitlist', async () => {
    const { school, noor, karim, classId, held, coming } = await ready()
    const admin = await school.asAdmin()
    await school.database.waitlistEntry.deleteMany()
    const change = { classId, studentId: noor.id, kind: 'in_person' as const }
    expect(await changeEnrolment(admin, change)).toEqual({ kind: 'in_person', switched: 0, waitlisted: 0 })
    expect(await seatsOf(school, coming)).toMatchObject({ [noor.id]: 'online' })
    expect(await changeEnrolment(admin, { ...change, sessions: 'upcoming' })).toEqual({
      kind: 'in_person',
      switched: 0,
      waitlisted: 1,
    })
    const freed = { classId, studentId: karim.id, kind: 'online' as const, sessions: 'upcoming' as const }
    expect(await changeEnrolment(admin, freed)).toEqual({ kind: 'online', switched: 1, waitlisted: 0 })
    expect(await eventsOf(school, 'enrolment_changed')).toBe(2)
    expect(await seatsOf(school, coming)).toEqual({ [noor.id]: 'in_person', [karim.id]: 'online' })
    expect(await seatsOf(school, held)).toEqual({ [noor.id]: 'online', [karim.id]: 'in_person' })
  })

  test('changes no seat of a session that has begun or has no in-person seats', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    const classId = await school.course('HYBRID', 5, { inPersonCapacity: 1 })
    await school.enrol(classId, [noor])
    const common = { classId: classId, students: [noor] }
    const begun = await school.session({ ...common, inPersonCapacity: 1, startsInHours: -0.5 })
    const coming = await school.session({ ...common, inPersonCapacity: 1, startsInHours: 9 })
    const roomless = await school.session({ ...common, startsInHours: 12 })
    const change = { classId, studentId: noor.id, kind: 'in_person', sessions: 'upcoming' } as const
    const changed = await changeEnrolment(await school.asAdmin(), change)
    expect(changed).toEqual({ kind: 'in_person', switched: 1, waitlisted: 0 })
    expect(await seatsOf(school, begun)).toEqual({ [noor.id]: 'online' })
    expect(await seatsOf(school, coming)).toEqual({ [noor.id]: 'in_person' })
    expect(await seatsOf(school, roomless)).toEqual({ [noor.id]: 'online' })
  })

  test('cannot be in person in a class without in-person seats, and needs an enrolment', async () => {
    const { school, noor, classId } = await ready()
    const admin = await school.asAdmin()
    const roomless = await school.course('HYBRID')
    const change = { studentId: noor.id, kind: 'in_person' as const }
    await expect(changeEnrolment(admin, { ...change, classId: roomless })).rejects.toMatchObject({
      code: 'invalid',
      reason: 'classWithoutInPersonSeats',
    })
    const stranger = await school.person('STUDENT')
    await expect(
      changeEnrolment(admin, { ...change, classId, studentId: stranger.id }),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

test('only admins can change enrolments, and only of an existing class', async () => {
  const { school, noor, classId } = await ready()
  const unenrol = (context: Context, classId: ClassId) =>
    unenrolStudents(context, { classId, studentIds: [noor.id] })
  const change = (context: Context, classId: ClassId) =>
    changeEnrolment(context, { classId, studentId: noor.id, kind: 'in_person' })
  for (const attempt of [unenrol, change]) {
    for (const actor of [noor, await school.person('TRAINER')]) {
      await expect(attempt(school.as(actor), classId)).rejects.toMatchObject({ code: 'forbidden' })
    }
    const unknown = toClassId.parse(crypto.randomUUID())
    await expect(attempt(await school.asAdmin(), unknown)).rejects.toMatchObject({ code: 'not_found' })
  }
})
