import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import { classId as toClassId } from '#lib/kernel/ids.ts'
import { createSession } from '#lib/sessions/planning/create-session.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { changeClass } from './change-class.ts'
import { createClass } from './create-class.ts'
import { enrolStudents } from './enrol-students.ts'
import { findClass } from './find-class.ts'
import { listClassStudents } from './list-class-students.ts'
import { listClasses } from './list-classes.ts'

const rust = { title: 'Rust', mode: 'HYBRID', capacity: 12, timeZone: 'Africa/Casablanca' } as const

describe('a class', () => {
  test('has a location, a short title, a trainer and switching rules, which new sessions take over', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [locationId, trainer] = [await school.location(), await school.person('TRAINER', 'Priya')]
    const course = await createClass(admin, {
      ...rust,
      shortTitle: 'Rs',
      inPersonCapacity: 4,
      locationId,
      trainerId: trainer.id,
      studentsMaySwitch: true,
      switchUntilMinutes: 30,
    })
    expect(course).toMatchObject({
      ...rust,
      shortTitle: 'Rs',
      inPersonCapacity: 4,
      location: { id: locationId },
      trainer: { id: trainer.id, name: 'Priya' },
      studentsMaySwitch: true,
      switchUntilMinutes: 30,
      archived: false,
    })
    const startsAt = new Date(Date.now() + HOUR_MS)
    const session = await createSession(admin, {
      classId: course.id,
      sessionType: 'offline',
      trainerId: trainer.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + HOUR_MS),
      allowOverlap: false,
    })
    expect(session).toMatchObject({
      inPersonCapacity: 4,
      location: { id: locationId },
      classShortTitle: 'Rs',
    })
    expect(await findClass(admin, { classId: course.id })).toMatchObject({
      sessions: 1,
      heldSessions: 0,
      next: { id: session.id },
      students: { online: 0, in_person: 0 },
      waitlist: [],
    })
  })

  test('changes only for sessions planned later, which is audited', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course('HYBRID', 20, { inPersonCapacity: 4 })
    const session = await school.session({ classId, capacity: 20 })
    const change = { classId, title: 'Rust, evenings', capacity: 9, inPersonCapacity: 5 }
    expect(await changeClass(admin, change)).toMatchObject({ title: 'Rust, evenings', capacity: 9 })
    await changeClass(admin, change)
    expect(await school.database.classSession.findUnique({ where: { id: session } })).toMatchObject({
      capacity: 20,
    })
    const events = await school.database.auditEvent.findMany()
    expect(events).toMatchObject([
      {
        action: 'class_changed',
        before: { capacity: 20, inPersonCapacity: 4 },
        after: { capacity: 9, inPersonCapacity: 5, titleChanged: true },
      },
    ])
    expect(JSON.stringify(events), 'titles are not in the trail').not.toContain('Rust')
  })

  test('that is online has no in-person seats or location, and loses them when it becomes online', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const locationId = await school.location()
    const refused = { code: 'invalid', reason: 'noLocationInOnlineClass' }
    await expect(createClass(admin, { ...rust, mode: 'ONLINE', inPersonCapacity: 1 })).rejects.toMatchObject(
      refused,
    )
    await expect(createClass(admin, { ...rust, mode: 'ONLINE', locationId })).rejects.toMatchObject(refused)
    const { id: classId } = await createClass(admin, { ...rust, inPersonCapacity: 4, locationId })
    expect(await changeClass(admin, { classId, mode: 'ONLINE' })).toMatchObject({
      mode: 'ONLINE',
      inPersonCapacity: 0,
      location: null,
    })
    await expect(changeClass(admin, { classId, inPersonCapacity: 1 })).rejects.toMatchObject(refused)
  })

  test('cannot get a mode or time zone that conflicts with its sessions', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    const session = await school.session({ classId, sessionType: 'offline' })
    await expect(changeClass(admin, { classId, mode: 'ONLINE' })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'modeStillUsed',
    })
    await expect(changeClass(admin, { classId, timeZone: 'UTC' })).rejects.toMatchObject({
      reason: 'zoneStillUsed',
      details: { collisions: [{ sessionId: session }] },
    })
    expect(await changeClass(admin, { classId, mode: 'OFFLINE' })).toMatchObject({ mode: 'OFFLINE' })
  })

  test('cannot drop a mode that open sessions still use', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course('HYBRID', 20, { inPersonCapacity: 4 })
    const session = await school.session({ classId, inPersonCapacity: 4 })
    const refused = { code: 'conflict', reason: 'modeStillUsed' }
    await expect(changeClass(admin, { classId, mode: 'ONLINE' })).rejects.toMatchObject({
      ...refused,
      details: { collisions: [{ sessionId: session }] },
    })
    await expect(changeClass(admin, { classId, mode: 'OFFLINE' })).rejects.toMatchObject(refused)
  })

  test('cannot have a student as trainer or an archived location', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const student = await school.person('STUDENT')
    await expect(createClass(admin, { ...rust, trainerId: student.id })).rejects.toMatchObject({
      code: 'invalid',
      reason: 'noSuchTrainer',
    })
    const locationId = await school.location()
    await school.database.location.update({ where: { id: locationId }, data: { archivedAt: new Date() } })
    await expect(createClass(admin, { ...rust, locationId })).rejects.toMatchObject({
      reason: 'noSuchLocation',
    })
  })
})

describe('the revision of a class', () => {
  test.each([
    { title: 'Rust, evenings' },
    { shortTitle: 'Rs' },
    { mode: 'OFFLINE' },
    { capacity: 9 },
    { inPersonCapacity: 5 },
    { timeZone: 'UTC' },
    { studentsMaySwitch: true },
    { switchUntilMinutes: 30 },
    { admission: 'open' },
    { archived: true },
  ] as const)('rises once with %o, and the audit trail records the actor', async (change) => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    expect(await changeClass(admin, { classId, ...change })).toMatchObject({ revision: 1 })
    expect(await changeClass(admin, { classId, ...change })).toMatchObject({ revision: 1 })
    expect(await findClass(admin, { classId })).toMatchObject({ revision: 1 })
    expect(await school.database.auditEvent.findMany()).toMatchObject([
      { action: 'class_changed', actorId: admin.actor.id, revision: 1 },
    ])
  })

  test('rises with a new location or trainer, and stays when students are enrolled', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    await changeClass(admin, { classId, locationId: await school.location() })
    await changeClass(admin, { classId, trainerId: (await school.person('TRAINER')).id })
    const studentIds = [(await school.person('STUDENT')).id]
    await enrolStudents(admin, { classId, studentIds, allowOverlap: false })
    expect(await findClass(admin, { classId })).toMatchObject({ revision: 2, students: { online: 1 } })
  })
})

describe('archiving a class', () => {
  test('prevents enrolments and new sessions until the class is restored', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    await school.session({ classId, startsInHours: -9, status: 'completed' })
    await changeClass(admin, { classId, archived: true })
    expect((await listClasses(admin, { limit: 9 })).items).toEqual([])
    expect((await listClasses(admin, { limit: 9, archived: 'only' })).items).toMatchObject([{ id: classId }])
    const archived = { code: 'conflict', reason: 'classArchived' }
    const studentIds = [(await school.person('STUDENT')).id]
    const enrolled = enrolStudents(admin, { classId, studentIds, allowOverlap: false })
    await expect(enrolled).rejects.toMatchObject(archived)
    const startsAt = new Date(Date.now() + HOUR_MS)
    const planned = createSession(admin, {
      classId,
      sessionType: 'online',
      trainerId: (await school.person('TRAINER')).id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + HOUR_MS),
      allowOverlap: false,
    })
    await expect(planned).rejects.toMatchObject(archived)
    await changeClass(admin, { classId, archived: false })
    await enrolStudents(admin, { classId, studentIds, allowOverlap: false })
  })

  test('is idempotent and keeps the first archiving time', async () => {
    const school = await createSchool()
    const { actor } = await school.asAdmin()
    const classId = await school.course()
    const now = new Date()
    for (const at of [now, new Date(now.getTime() + MINUTE_MS)]) {
      await changeClass(school.as(actor, at), { classId, archived: true })
    }
    expect(await school.database.class.findUnique({ where: { id: classId } })).toMatchObject({
      archivedAt: now,
    })
    expect(await school.database.auditEvent.count()).toBe(1)
  })

  test('is refused while it has open sessions', async () => {
    const school = await createSchool()
    const classId = await school.course()
    const session = await school.session({ classId })
    await expect(changeClass(await school.asAdmin(), { classId, archived: true })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'classStillHeld',
      details: { collisions: [{ kind: 'session', sessionId: session }] },
    })
  })
})

test('the students of a class are listed by name and page, with their seats in its next session', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const [adam, bela, cora] = [
    await school.person('STUDENT', 'Adam'),
    await school.person('STUDENT', 'Bela'),
    await school.person('STUDENT', 'Cora'),
  ]
  const classId = await school.course('HYBRID', 5, { inPersonCapacity: 1 })
  await school.enrol(classId, [adam])
  await school.enrol(classId, [bela, cora], 'in_person')
  const common = { classId: classId, inPersonStudents: [bela], waitlistedInPerson: [cora] }
  await school.session({ ...common, students: [adam], startsInHours: 9 })
  await school.session({ ...common, students: [cora], startsInHours: 5 })
  const first = await listClassStudents(admin, { classId, limit: 2 })
  const second = await listClassStudents(admin, { classId, limit: 2, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items]).toEqual([
    {
      id: adam.id,
      name: 'Adam',
      email: adam.email,
      kind: 'online',
      next: { seat: null, waitlistedFor: null },
    },
    {
      id: bela.id,
      name: 'Bela',
      email: bela.email,
      kind: 'in_person',
      next: { seat: 'in_person', waitlistedFor: null },
    },
    {
      id: cora.id,
      name: 'Cora',
      email: cora.email,
      kind: 'in_person',
      next: { seat: 'online', waitlistedFor: 'in_person' },
    },
  ])
  const found = await listClassStudents(admin, { classId, limit: 9, kind: 'in_person', search: 'bel' })
  expect(found.items.map(({ name }) => name)).toEqual(['Bela'])
  const detail = await findClass(admin, { classId })
  expect(detail).toMatchObject({
    students: { online: 1, in_person: 2 },
    waitlist: [{ id: cora.id, seat: 'online' }],
  })
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s cannot see or change a class', async (role) => {
  const school = await createSchool()
  const context = school.as(await school.person(role))
  const classId = await school.course()
  const refused = { code: 'forbidden' }
  await expect(changeClass(context, { classId, title: 'Mine' })).rejects.toMatchObject(refused)
  await expect(findClass(context, { classId })).rejects.toMatchObject(refused)
  await expect(listClassStudents(context, { classId, limit: 9 })).rejects.toMatchObject(refused)
  const unknown = toClassId.parse(crypto.randomUUID())
  await expect(changeClass(context, { classId: unknown })).rejects.toMatchObject({ code: 'not_found' })
  await expect(findClass(context, { classId: unknown })).rejects.toMatchObject({ code: 'not_found' })
})
