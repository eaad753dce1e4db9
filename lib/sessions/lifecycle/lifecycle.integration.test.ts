import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { completeOverdueSessions } from './complete-overdue-sessions.ts'
import { endSession } from './end-session.ts'
import { startSession } from './start-session.ts'

describe('start', () => {
  test('20 starts at once are one transition, and all succeed', async () => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    const sessionId = await school.session({ trainer })
    const starts = Array.from({ length: 20 }, () => startSession(school.as(trainer), { sessionId }))
    const statuses = (await Promise.all(starts)).map((session) => session.status)
    expect(new Set(statuses)).toEqual(new Set(['in_progress']))
    const audited = await school.database.auditEvent.count({ where: { action: 'session_started' } })
    expect(audited).toBe(1)
  })

  test.each(['completed', 'cancelled'] as const)('a %s session is refused', async (status) => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    const sessionId = await school.session({ trainer, status })
    await expect(startSession(school.as(trainer), { sessionId })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a student or another trainer is refused, and that is audited', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const sessionId = await school.session({ students: [student] })
    for (const actor of [student, await school.person('TRAINER')]) {
      await expect(startSession(school.as(actor), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
    }
    const { status } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(status).toBe('scheduled')
    expect(await school.database.auditEvent.count({ where: { action: 'start_refused' } })).toBe(2)
  })

  test('an admin may start and end', async () => {
    const school = await createSchool()
    const admin = await school.person('ADMIN')
    const sessionId = await school.session()
    expect(await startSession(school.as(admin), { sessionId })).toMatchObject({ status: 'in_progress' })
    expect(await endSession(school.as(admin), { sessionId })).toMatchObject({ status: 'completed' })
  })
})

describe('end', () => {
  test('is idempotent, and the room is reconciled once', async () => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    const sessionId = await school.session({ trainer, status: 'in_progress' })
    const first = await endSession(school.as(trainer), { sessionId })
    const second = await endSession(school.as(trainer), { sessionId })
    expect(second).toEqual(first)
    expect(school.sent).toEqual([
      { name: 'reconcile-room', payload: { sessionId } },
      { name: 'promote-waitlist', payload: { sessionId } },
    ])
  })

  test('a session that never started is refused', async () => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    const sessionId = await school.session({ trainer })
    await expect(endSession(school.as(trainer), { sessionId })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a student is refused', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const sessionId = await school.session({ students: [student], status: 'in_progress' })
    await expect(endSession(school.as(student), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test.each([
  ['start', startSession, 'scheduled'],
  ['end', endSession, 'in_progress'],
] as const)('a trainer replaced at this moment cannot %s the session', async (_, act, status) => {
  const school = await createSchool()
  const [former, next] = [await school.person('TRAINER'), await school.person('TRAINER')]
  const sessionId = await school.session({ trainer: former, status })
  const outcome = await runDuring(
    school.database,
    (other) => other.classSession.update({ where: { id: sessionId }, data: { trainerId: next.id } }),
    () => act(school.as(former), { sessionId }),
  )
  expect(outcome).toMatchObject({ code: 'conflict' })
  const session = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
  expect(session.status).toBe(status)
  expect(await school.database.auditEvent.count()).toBe(0)
})

describe('cancel', () => {
  test('is for admins, keeps its first reason, and reconciles the room', async () => {
    const school = await createSchool()
    const [admin, trainer] = [await school.person('ADMIN'), await school.person('TRAINER')]
    const sessionId = await school.session({ trainer, status: 'in_progress' })
    await expect(cancelSession(school.as(trainer), { sessionId, reason: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await cancelSession(school.as(admin), { sessionId, reason: 'The trainer is ill.' })
    const again = await cancelSession(school.as(admin), { sessionId, reason: 'Another reason' })
    expect(again).toMatchObject({ status: 'cancelled', cancelReason: 'The trainer is ill.' })
    const settled = school.sent.filter(({ name }) => name === 'reconcile-room')
    expect(settled).toHaveLength(1)
  })

  test('a completed session is refused', async () => {
    const school = await createSchool()
    const sessionId = await school.session({ status: 'completed' })
    const admin = school.as(await school.person('ADMIN'))
    await expect(cancelSession(admin, { sessionId, reason: 'x' })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('overdue sessions are completed', () => {
  test.each([
    // status, hours since its end, person inside, new status
    ['in_progress', 0.4, 'nobody', 'in_progress'],
    ['in_progress', 0.6, 'nobody', 'completed'],
    ['in_progress', 0.6, 'a student', 'completed'],
    ['in_progress', 0.6, 'its trainer', 'in_progress'],
    ['in_progress', 0.6, 'another trainer', 'in_progress'],
    ['in_progress', 3.9, 'its trainer', 'in_progress'],
    ['in_progress', 4.1, 'its trainer', 'completed'],
    ['scheduled', 23, 'nobody', 'scheduled'],
    ['scheduled', 25, 'nobody', 'completed'],
    ['cancelled', 25, 'nobody', 'cancelled'],
  ] as const)('%s, %f h after its end with %s inside: %s', async (status, hours, who, expected) => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    const id = await school.session({ trainer, status, startsInHours: -hours - 1, hours: 1 })
    const inside = {
      nobody: null,
      'a student': await school.person('STUDENT'),
      'its trainer': trainer,
      'another trainer': await school.person('TRAINER'),
    }[who]
    if (inside) {
      await school.database.presence.create({
        data: {
          sessionId: id,
          userId: inside.id,
          roomSid: 'RM',
          participantSid: 'PA',
          joinedAt: new Date(Date.now() - hours * HOUR_MS),
        },
      })
    }
    await completeOverdueSessions(school.system())
    const session = await school.database.classSession.findUniqueOrThrow({ where: { id } })
    expect(session.status).toBe(expected)
    const settled = school.sent.filter(({ name }) => name === 'reconcile-room').map(({ payload }) => payload)
    expect(settled).toEqual(expected === 'completed' ? [{ sessionId: toSessionId.parse(id) }] : [])
  })

  test('a session that never started is shown as not held', async () => {
    const school = await createSchool()
    const id = await school.session({ startsInHours: -30, hours: 1 })
    await completeOverdueSessions(school.system())
    const session = await school.database.classSession.findUniqueOrThrow({ where: { id } })
    expect(session).toMatchObject({ status: 'completed', startedAt: null })
    expect(await school.database.auditEvent.findMany()).toMatchObject([
      { action: 'session_ended', subjectId: id, actorId: null, before: { status: 'scheduled' } },
    ])
  })
})
