import { describe, expect, test } from 'vitest'
import { createClass } from '#lib/classes/create-class.ts'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import type { Context } from '#lib/context/context.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { createUser } from '#lib/people/create-user.ts'
import { endSession } from '#lib/sessions/lifecycle/end-session.ts'
import { startSession } from '#lib/sessions/lifecycle/start-session.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'
import { seatStudents } from '#lib/sessions/seats/seat-students.ts'
import { unseatStudents } from '#lib/sessions/seats/unseat-students.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { listAudit } from './list-audit.ts'

async function trail(admin: Context, filters: Partial<Parameters<typeof listAudit>[1]> = {}) {
  const { items } = await listAudit(admin, { limit: 50, ...filters })
  return items
}

const later = (milliseconds: number) => new Date(Date.now() + milliseconds)

describe('the audit trail records actor, action, subject, and values before and after', () => {
  test('when a trainer is replaced and the session moved', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [former, next] = [await school.person('TRAINER', 'Leïla'), await school.person('TRAINER', 'Daniel')]
    const sessionId = await school.session({ trainer: former })
    const { endsAt } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    const changed = { trainerId: next.id, endsAt: new Date(endsAt.getTime() + MINUTE_MS), title: 'Generics' }
    await changeSession(admin, { sessionId, allowOverlap: false, ...changed })
    expect(await trail(admin)).toMatchObject([
      {
        actor: { id: admin.actor.id, name: admin.actor.name },
        action: 'session_changed',
        subject: { kind: 'session', id: sessionId, name: expect.stringContaining('Class ') },
        changes: [
          { fact: 'endsAt', before: endsAt.toISOString(), after: changed.endsAt.toISOString() },
          {
            fact: 'trainerId',
            before: [{ id: former.id, name: 'Leïla' }],
            after: [{ id: next.id, name: 'Daniel' }],
          },
          { fact: 'titleChanged', before: null, after: true },
        ],
      },
    ])
  })

  test('only if something changed', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const sessionId = await school.session({ capacity: 20 })
    await changeSession(admin, { sessionId, allowOverlap: false, capacity: 20 })
    expect(await trail(admin)).toEqual([])
  })

  test('when a session changes its status', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [held, called] = [await school.session(), await school.session({ status: 'in_progress' })]
    await startSession(admin, { sessionId: held })
    await endSession(school.as(admin.actor, later(1)), { sessionId: held })
    await cancelSession(school.as(admin.actor, later(2)), { sessionId: called, reason: 'No water' })
    const states = (await trail(admin)).map(({ changes: [change] }) => [change?.before, change?.after])
    expect(states).toEqual([
      ['in_progress', 'cancelled'],
      ['in_progress', 'completed'],
      ['scheduled', 'in_progress'],
    ])
  })

  test('for seats and enrolments, with only the students affected', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [noor, mateo] = [await school.person('STUDENT', 'Noor'), await school.person('STUDENT', 'Mateo')]
    const inClass = await school.course()
    const sessionId = await school.session({ classId: inClass, students: [noor] })
    const studentIds = [noor.id, mateo.id]
    await seatStudents(admin, { sessionId, studentIds, allowOverlap: false })
    await seatStudents(admin, { sessionId, studentIds, allowOverlap: false })
    await unseatStudents(school.as(admin.actor, later(1)), { sessionId, studentIds: [noor.id] })
    await enrolStudents(school.as(admin.actor, later(2)), {
      classId: inClass,
      studentIds,
      allowOverlap: false,
    })
    const people = (value: unknown) => value && (value as { name: string }[]).map(({ name }) => name).sort()
    const told = (await trail(admin)).map(({ action, changes: [change] }) => [
      action,
      people(change?.before),
      people(change?.after),
    ])
    expect(told).toEqual([
      ['students_enrolled', null, ['Mateo', 'Noor']],
      ['students_unseated', ['Noor'], null],
      ['students_seated', null, ['Mateo']],
    ])
  })

  test('without secrets and free text', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const password = 'a caravan of lanterns'
    await createUser(admin, { email: 'new@school.test', name: 'New', role: 'STUDENT', password })
    const sessionId = await school.session()
    await cancelSession(admin, { sessionId, reason: 'Leïla has the flu' })
    const kept = JSON.stringify(await school.database.auditEvent.findMany())
    for (const word of [password, 'argon2', 'new@school.test', 'flu']) expect(kept).not.toContain(word)
  })
})

describe('reading the audit trail', () => {
  async function busySchool(school: School) {
    const admin = await school.asAdmin()
    const trainer = await school.person('TRAINER')
    const rust = await createClass(admin, { title: 'Rust', mode: 'ONLINE', capacity: 5, timeZone: 'UTC' })
    const ofRust = await school.session({ classId: rust.id, trainer })
    const other = await school.session()
    await startSession(school.as(trainer, later(1)), { sessionId: ofRust })
    await startSession(school.as(admin.actor, later(2)), { sessionId: other })
    return { admin, trainer, rust, ofRust, other }
  }

  test('can be filtered by actor, kind, subject, class and time', async () => {
    const school = await createSchool()
    const { admin, trainer, rust, ofRust, other } = await busySchool(school)
    const things = async (filters: Parameters<typeof trail>[1]) =>
      (await trail(admin, filters)).map((event) => event.subject.id)
    expect(await things({})).toEqual([other, ofRust, rust.id])
    expect(await things({ actorId: trainer.id })).toEqual([ofRust])
    expect(await things({ subject: 'class' })).toEqual([rust.id])
    expect(await things({ subjectId: other })).toEqual([other])
    expect(await things({ classId: rust.id })).toEqual([ofRust, rust.id])
    const [latest] = await trail(admin)
    const at = new Date(latest?.at ?? 0)
    expect(await things({ from: at })).toEqual([other])
    expect(await things({ to: at })).toEqual([ofRust, rust.id])
  })

  test('by page omits and repeats no event, even within one instant', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const at = new Date()
    const ids = Array.from({ length: 7 }, () => crypto.randomUUID())
    await school.database.auditEvent.createMany({
      data: ids.map((id) => ({ id, at, action: 'session_started', subject: 'session', subjectId: id })),
    })
    const paged: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listAudit(admin, { limit: 3, cursor: cursor ?? undefined })
      paged.push(...page.items.map((event) => event.id))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(ids.toSorted().reverse())
  })

  test('shows system events without actor, and unknown subjects without name', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    await school.database.auditEvent.create({
      data: { action: 'session_ended', subject: 'session', subjectId: crypto.randomUUID() },
    })
    expect(await trail(admin)).toMatchObject([{ actor: null, subject: { name: null, startsAt: null } }])
  })

  test.each(['STUDENT', 'TRAINER'] as const)('is refused to a %s', async (role) => {
    const school = await createSchool()
    const reading = listAudit(school.as(await school.person(role)), { limit: 50 })
    await expect(reading).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('with an invalid cursor is refused', async () => {
    const school = await createSchool()
    const reading = listAudit(await school.asAdmin(), { limit: 50, cursor: 'nonsense' })
    await expect(reading).rejects.toMatchObject({ code: 'invalid' })
  })
})
