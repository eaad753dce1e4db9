import { describe, expect, test } from 'vitest'
import { listAudit } from '#lib/audit/list-audit.ts'
import { recordDeviceCheck } from '#lib/device-check/record-device-check.ts'
import { createInvitations } from '#lib/identity/password-links/create-invitations.ts'
import { createPasswordReset } from '#lib/identity/password-links/create-password-reset.ts'
import { parseCredential } from '#lib/identity/sign-in/credential.ts'
import { findActor } from '#lib/identity/sign-in/find-actor.ts'
import { DAY_MS } from '#lib/kernel/durations.ts'
import { seatStudents } from '#lib/sessions/seats/seat-students.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { changeUser } from './change-user.ts'
import { eraseUser } from './erase-user.ts'
import { listPeople } from './list-people.ts'
import { resendInvitation } from './resend-invitation.ts'
import { sendPasswordReset } from './send-password-reset.ts'

/** All rows of all tables that contain the words in any column, as text. */
async function rowsWith({ database }: School, words: string): Promise<string[]> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`
  expect(tables.map(({ name }) => name)).toContain('public."User"')
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await database.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(it)::text AS row FROM ${name} it WHERE strpos(lower(to_jsonb(it)::text), $1) > 0`,
      words.toLowerCase(),
    )
    found.push(...rows.map(({ row }) => `${name}: ${row}`))
  }
  return found
}

/** A student with every kind of data that the product stores. */
async function busyStudent(school: School) {
  const noor = await school.account()
  const { database } = school
  await database.user.update({
    where: { id: noor.id },
    data: {
      name: 'Noor Rahimi',
      timeZone: 'Asia/Tehran',
      mutedInApp: ['reminders'],
      mutedByMail: ['reminders'],
    },
  })
  const classId = await school.course()
  await school.enrol(classId, [noor])
  const held = await school.session({ classId, students: [noor], status: 'completed', startsInHours: -3 })
  const toCome = await school.session({ classId, students: [noor, await school.person('STUDENT')] })
  const running = await school.session({ students: [noor], status: 'in_progress', startsInHours: -0.5 })
  const full = await school.session({ startsInHours: 9 })
  await createInvitations(school.system(), [noor.id], classId)
  await createPasswordReset(school.system(), noor.id)
  await database.waitlistEntry.create({ data: { sessionId: full, studentId: noor.id, kind: 'online' } })
  await database.removal.create({
    data: { sessionId: held, userId: noor.id, reason: 'Noor Rahimi was loud' },
  })
  await database.presence.create({
    data: {
      sessionId: held,
      userId: noor.id,
      roomSid: 'RM_1',
      participantSid: 'PA_1',
      joinedAt: new Date(),
      leftAt: new Date(),
    },
  })
  await recordDeviceCheck(school.as(noor), {
    camera: 'works',
    microphone: 'heard',
    speaker: 'heard',
    routes: { udp: 'open', tcp: 'open', relay: 'open' },
    roundTripMs: 38,
  })
  await changeUser(await school.asAdmin(), { userId: noor.id, name: 'Noor Rahimi-Berg' })
  return { noor, held, toCome, running, full }
}

describe('erasing a person', () => {
  test('leaves their name and e-mail in no column of any table', async () => {
    const school = await createSchool()
    const { noor } = await busyStudent(school)
    expect(await rowsWith(school, 'rahimi')).not.toEqual([])
    expect(await rowsWith(school, noor.email)).not.toEqual([])
    await eraseUser(await school.asAdmin(), { userId: noor.id })
    expect(await rowsWith(school, 'rahimi')).toEqual([])
    expect(await rowsWith(school, noor.email)).toEqual([])
  })

  test('keeps the history under a pseudonym, and deletes upcoming seats', async () => {
    const school = await createSchool()
    const { noor, held, toCome, running } = await busyStudent(school)
    const admin = await school.asAdmin()
    const erased = await eraseUser(admin, { userId: noor.id })
    expect(erased).toMatchObject({
      id: noor.id,
      disabled: true,
      erased: true,
      invitation: null,
      revision: 2,
    })
    expect(erased.name).toMatch(/^Former student [0-9A-F]{4}$/)
    expect(erased.email).toMatch(/^erased-[0-9a-f-]{36}@erased\.invalid$/)
    const { database } = school
    const seats = await database.seat.findMany({ where: { studentId: noor.id } })
    expect(seats.map(({ sessionId }) => sessionId).sort()).toEqual([held, running].sort())
    expect(await database.presence.count({ where: { userId: noor.id } })).toBe(1)
    expect(await database.classSession.findUnique({ where: { id: toCome } })).toMatchObject({
      seatsTaken: 1,
    })
    const mine = { where: { userId: noor.id } }
    const left = await Promise.all([
      database.signIn.count(mine),
      database.invitation.count(mine),
      database.notice.count(mine),
      database.enrolment.count({ where: { studentId: noor.id } }),
      database.waitlistEntry.count({ where: { studentId: noor.id } }),
      database.deviceCheck.count(mine),
    ])
    expect(left).toEqual([0, 0, 0, 0, 0, 0])
    const trail = await listAudit(admin, { limit: 100, subject: 'user', subjectId: noor.id })
    expect(trail.items.map(({ action }) => action)).toEqual(['user_erased', 'user_changed'])
    expect(new Set(trail.items.map(({ subject }) => subject.name))).toEqual(new Set([erased.name]))
  })

  test('removes them from a running room and signs them out', async () => {
    const school = await createSchool()
    const { noor, running } = await busyStudent(school)
    const credential = parseCredential(noor.credential)
    if (!credential) throw new Error('A test person has a credential')
    await eraseUser(await school.asAdmin(), { userId: noor.id })
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId: running } })
    expect(await findActor(school.system(), credential)).toBeNull()
  })

  test('takes them off the list, and they cannot be changed, invited, seated or erased again', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const { noor, toCome } = await busyStudent(school)
    const { name } = await eraseUser(admin, { userId: noor.id })
    const userId = noor.id
    for (const attempt of [
      () => changeUser(admin, { userId, disabled: false }),
      () => changeUser(admin, { userId, password: 'lanterns at dawn' }),
      () => resendInvitation(admin, { userId }),
      () => sendPasswordReset(admin, { userId }),
      () => eraseUser(admin, { userId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'conflict', reason: 'personErased' })
    }
    await expect(
      seatStudents(admin, { sessionId: toCome, studentIds: [userId], allowOverlap: true }),
    ).rejects.toMatchObject({ reason: 'noSuchStudents' })
    expect((await listPeople(admin, { limit: 50, search: name })).items).toEqual([])
  })

  test('deletes the absences of a trainer and removes the trainer from classes', async () => {
    const school = await createSchool()
    const { id } = await school.person('TRAINER')
    const { database } = school
    const classId = await school.course()
    await database.class.update({ where: { id: classId }, data: { trainerId: id } })
    const days = { startsAt: new Date(), endsAt: new Date(Date.now() + DAY_MS) }
    await database.absence.create({ data: { trainerId: id, ...days } })
    await eraseUser(await school.asAdmin(), { userId: id })
    expect(await database.absence.count()).toBe(0)
    expect(await database.class.findUnique({ where: { id: classId } })).toMatchObject({
      trainerId: null,
      revision: 1,
    })
    expect(await database.auditEvent.findMany({ where: { subjectId: classId } })).toMatchObject([
      { action: 'class_changed', before: { trainerId: id }, revision: 1 },
    ])
  })

  test('deletes password and settings, and invalidates the address of their calendar feed', async () => {
    const school = await createSchool()
    const { noor } = await busyStudent(school)
    await eraseUser(await school.asAdmin(), { userId: noor.id })
    expect(await school.database.user.findUnique({ where: { id: noor.id } })).toMatchObject({
      passwordHash: null,
      timeZone: null,
      mutedInApp: [],
      mutedByMail: [],
      feedSerial: 1,
    })
  })

  test('while they are being seated keeps the seat counts correct', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    for (let round = 0; round < 5; round += 1) {
      const noor = await school.person('STUDENT')
      const sessionId = await school.session()
      await Promise.allSettled([
        seatStudents(admin, { sessionId, studentIds: [noor.id], allowOverlap: false }),
        eraseUser(admin, { userId: noor.id }),
      ])
      const { seatsTaken } = await school.database.classSession.findUniqueOrThrow({
        where: { id: sessionId },
      })
      expect(seatsTaken).toBe(0)
      expect(await school.database.seat.count({ where: { sessionId } })).toBe(0)
    }
  })
})

describe('erasing is refused', () => {
  test('for a trainer with open sessions, which are listed', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const trainer = await school.person('TRAINER')
    const sessionId = await school.session({ trainer })
    await expect(eraseUser(admin, { userId: trainer.id })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'trainerStillNeeded',
      details: { collisions: [{ kind: 'session', sessionId }] },
    })
    await school.database.classSession.update({ where: { id: sessionId }, data: { status: 'completed' } })
    expect((await eraseUser(admin, { userId: trainer.id })).name).toMatch(/^Former trainer /)
  })

  test('for the own account, and for one of two admins who erase each other at once', async () => {
    const school = await createSchool()
    const [marta, jonas] = [await school.asAdmin(), await school.asAdmin()]
    await expect(eraseUser(marta, { userId: marta.actor.id })).rejects.toMatchObject({
      reason: 'notEraseYourself',
    })
    const outcomes = await Promise.allSettled([
      eraseUser(marta, { userId: jonas.actor.id }),
      eraseUser(jonas, { userId: marta.actor.id }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await school.database.user.count({ where: { role: 'ADMIN', erasedAt: null } })).toBe(1)
  })

  test.each(['STUDENT', 'TRAINER'] as const)('to a %s, for others and their own account', async (role) => {
    const school = await createSchool()
    const [actor, noor] = [await school.person(role), await school.person('STUDENT', 'Noor')]
    for (const userId of [noor.id, actor.id]) {
      await expect(eraseUser(school.as(actor), { userId })).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await school.database.user.count({ where: { erasedAt: { not: null } } })).toBe(0)
  })

  test('for an unknown person', async () => {
    const school = await createSchool()
    const { id } = await school.person('STUDENT')
    await school.database.user.delete({ where: { id } })
    await expect(eraseUser(await school.asAdmin(), { userId: id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
