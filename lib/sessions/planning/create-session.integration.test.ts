import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { classId, userId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { createSession } from './create-session.ts'

/** Input of an admin: an online session with its own class and trainer, by default in 24 hours and one hour long. */
async function planFor(school: School, { from = 24, hours = 1 } = {}) {
  const startsAt = new Date(Date.now() + from * HOUR_MS)
  return {
    classId: await school.course('HYBRID'),
    sessionType: 'online' as const,
    trainerId: (await school.person('TRAINER')).id,
    startsAt,
    endsAt: new Date(startsAt.getTime() + hours * HOUR_MS),
    allowOverlap: false,
  }
}

describe('an admin plans a session', () => {
  test("it has the class's title and capacity, and its enrolled students are seated", async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const course = await school.course('ONLINE', 7)
    const students = await school.people('STUDENT', 3)
    await school.enrol(course, students)
    const { id, ...session } = await createSession(admin, { ...(await planFor(school)), classId: course })
    expect(session).toMatchObject({
      title: session.classTitle,
      capacity: 7,
      seatsTaken: 3,
      status: 'scheduled',
    })
    const { seats } = await findSession(admin, { sessionId: id })
    expect(seats?.map((seat) => seat.id).sort()).toEqual(students.map((student) => student.id).sort())
    expect(await school.database.auditEvent.findMany()).toMatchObject([
      { action: 'session_created', subjectId: id, actorId: admin.actor.id },
    ])
  })

  test('if there are fewer seats than students, the first enrolled get them', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const plan = await planFor(school)
    const [first, second, third] = await school.people('STUDENT', 3)
    for (const [index, student] of [third, first, second].entries()) {
      await school.database.enrolment.create({
        data: { classId: plan.classId, studentId: student?.id ?? '', createdAt: new Date(1_000 * index) },
      })
    }
    const { id, seatsTaken } = await createSession(admin, { ...plan, capacity: 2 })
    const { seats } = await findSession(admin, { sessionId: id })
    expect(seatsTaken).toBe(2)
    expect(new Set(seats?.map((seat) => seat.id))).toEqual(new Set([third?.id, first?.id]))
  })

  test('an enrolled user who is disabled or no longer a student gets no seat', async () => {
    const school = await createSchool()
    const plan = await planFor(school)
    const [noor, disabled, former] = await school.people('STUDENT', 3)
    if (!noor || !disabled || !former) throw new Error('three students')
    await school.enrol(plan.classId, [disabled, former, noor])
    await school.database.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } })
    await school.database.user.update({ where: { id: former.id }, data: { role: 'TRAINER' } })
    const planning = createSession(await school.asAdmin(), plan)
    await expect(planning).resolves.toMatchObject({ seatsTaken: 1 })
    expect(await school.database.seat.findMany()).toMatchObject([{ studentId: noor.id }])
  })

  test.each(['STUDENT', 'TRAINER'] as const)('a %s is refused', async (role) => {
    const school = await createSchool()
    const plan = await planFor(school)
    const refused = createSession(school.as(await school.person(role)), plan)
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
    expect(await school.database.classSession.count()).toBe(0)
  })
})

describe('what cannot be planned', () => {
  test.each([
    ['ONLINE', 'online', true],
    ['ONLINE', 'offline', false],
    ['OFFLINE', 'offline', true],
    ['OFFLINE', 'online', false],
    ['HYBRID', 'online', true],
    ['HYBRID', 'offline', true],
  ] as const)('a %s class, a %s session: %s', async (mode, sessionType, allowed) => {
    const school = await createSchool()
    const plan = { ...(await planFor(school)), classId: await school.course(mode), sessionType }
    const answer = createSession(await school.asAdmin(), plan)
    if (allowed) await expect(answer).resolves.toMatchObject({ sessionType })
    else await expect(answer).rejects.toMatchObject({ code: 'invalid', reason: 'typeNotInMode' })
  })

  test.each([
    [0, 'endsBeforeStart'],
    [-1, 'endsBeforeStart'],
    [12.01, 'sessionTooLong'],
  ] as const)('%f hours: %s', async (hours, reason) => {
    const school = await createSchool()
    const plan = await planFor(school, { hours })
    await expect(createSession(await school.asAdmin(), plan)).rejects.toMatchObject({
      code: 'invalid',
      reason,
    })
  })

  test('in-person seats or a location for an ONLINE class, or an archived or unknown location', async () => {
    const school = await createSchool()
    const [admin, plan, locationId] = [await school.asAdmin(), await planFor(school), await school.location()]
    const online = { ...plan, classId: await school.course('ONLINE') }
    for (const room of [{ inPersonCapacity: 1 }, { locationId }]) {
      const planning = createSession(admin, { ...online, ...room })
      await expect(planning).rejects.toMatchObject({ code: 'invalid', reason: 'noLocationInOnlineClass' })
    }
    await school.database.location.update({ where: { id: locationId }, data: { archivedAt: new Date() } })
    for (const unusable of [locationId, crypto.randomUUID()]) {
      const planning = createSession(admin, { ...plan, locationId: unusable })
      await expect(planning).rejects.toMatchObject({ code: 'invalid', reason: 'noSuchLocation' })
    }
  })

  test('a length of 12 hours is still allowed', async () => {
    const school = await createSchool()
    const plan = await planFor(school, { hours: 12 })
    await expect(createSession(await school.asAdmin(), plan)).resolves.toMatchObject({ status: 'scheduled' })
  })

  test('an unknown class, a user who is no trainer, or a disabled trainer', async () => {
    const school = await createSchool()
    const [admin, plan] = [await school.asAdmin(), await planFor(school)]
    const unknown = classId.parse(crypto.randomUUID())
    await expect(createSession(admin, { ...plan, classId: unknown })).rejects.toMatchObject({
      code: 'not_found',
    })
    for (const trainerId of [userId.parse(crypto.randomUUID()), (await school.person('STUDENT')).id]) {
      await expect(createSession(admin, { ...plan, trainerId })).rejects.toMatchObject({ code: 'invalid' })
    }
    await school.database.user.update({ where: { id: plan.trainerId }, data: { disabledAt: new Date() } })
    await expect(createSession(admin, plan)).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('two sessions at once', () => {
  test('of one trainer are refused with the collision; back-to-back sessions are allowed', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const plan = await planFor(school)
    const first = await createSession(admin, plan)
    await expect(
      createSession(admin, { ...(await planFor(school, { from: 24.5 })), trainerId: plan.trainerId }),
    ).rejects.toMatchObject({
      code: 'conflict',
      details: { collisions: [{ kind: 'trainer', sessionId: first.id, people: [{ id: plan.trainerId }] }] },
    })
    const next = { ...plan, startsAt: plan.endsAt, endsAt: new Date(plan.endsAt.getTime() + HOUR_MS) }
    await expect(createSession(admin, next)).resolves.toMatchObject({ status: 'scheduled' })
  })

  test('of one student are refused with their name, unless overlaps are allowed', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const noor = await school.person('STUDENT', 'Noor')
    const other = await school.session({ students: [noor], startsInHours: 24 })
    const plan = await planFor(school)
    await school.enrol(plan.classId, [noor])
    await expect(createSession(admin, plan)).rejects.toMatchObject({
      code: 'conflict',
      details: {
        collisions: [{ kind: 'student', sessionId: other, people: [{ id: noor.id, name: 'Noor' }] }],
      },
    })
    const both = await createSession(admin, { ...plan, allowOverlap: true })
    expect(both.seatsTaken).toBe(1)
  })

  test('20 bookings of one trainer at once: one wins, the others get the collision', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const plan = await planFor(school)
    const bookings = await Promise.allSettled(Array.from({ length: 20 }, () => createSession(admin, plan)))
    const refused = bookings.flatMap((booking) => (booking.status === 'rejected' ? [booking.reason] : []))
    expect(refused).toHaveLength(19)
    for (const refusal of refused) {
      expect(refusal).toBeInstanceOf(Refusal)
      expect(refusal).toMatchObject({ code: 'conflict', details: { collisions: [{ kind: 'trainer' }] } })
    }
    expect(await school.database.classSession.count()).toBe(1)
  })
})
