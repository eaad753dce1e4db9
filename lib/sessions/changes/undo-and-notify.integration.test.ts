import { describe, expect, test } from 'vitest'
import type { Context } from '#lib/context/context.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'
import { seatStudents } from '#lib/sessions/seats/seat-students.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { notifyOfChange } from './notify-of-change.ts'
import { undoChange } from './undo-change.ts'

const nothing = { allowOverlap: false }

function span(from: number) {
  const startsAt = new Date(Math.round(Date.now() / HOUR_MS) * HOUR_MS + from * HOUR_MS)
  return { startsAt, endsAt: new Date(startsAt.getTime() + HOUR_MS) }
}

function idOf({ change }: { change: { id: string } | null }): string {
  if (!change) throw new Error('Nothing was changed')
  return change.id
}

async function toldTo(school: School) {
  const notices = await school.database.notice.findMany({ select: { userId: true, kind: true } })
  return notices.map(({ userId, kind }) => `${userId} ${kind}`).sort()
}

/** A session with two students, about to be changed. */
async function planned() {
  const school = await createSchool()
  const [trainer, substitute] = [await school.person('TRAINER'), await school.person('TRAINER')]
  const students = await school.people('STUDENT', 2)
  const sessionId = await school.session({ trainer, students, startsInHours: 30 })
  const admin = await school.asAdmin()
  const row = () => school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
  return { school, trainer, substitute, students, sessionId, admin, row }
}

describe('people are notified', () => {
  test('once each: students, the replaced trainer and the new one, but not the admin who made the change', async () => {
    const { school, trainer, substitute, students, sessionId, admin } = await planned()
    const changed = await changeSession(admin, { sessionId, trainerId: substitute.id, ...nothing })
    expect(changed.change?.recipients).toMatchObject({
      students: 2,
      trainers: expect.arrayContaining([
        { id: trainer.id, name: trainer.name },
        { id: substitute.id, name: substitute.name },
      ]),
    })
    expect(school.sent).toContainEqual({ name: 'notify-of-change', payload: { changeId: idOf(changed) } })
    expect(await toldTo(school)).toEqual([])
    await Promise.all([1, 2, 3].map(() => notifyOfChange(school.system(), { changeId: idOf(changed) })))
    const everybody = [trainer, substitute, ...students]
    expect(await toldTo(school)).toEqual(everybody.map(({ id }) => `${id} sessions_changed`).sort())
  })

  test('of a cancellation with its reason', async () => {
    const { school, students, sessionId, admin } = await planned()
    const changed = await cancelSession(admin, { sessionId, reason: 'The trainer is ill.' })
    await notifyOfChange(school.system(), { changeId: idOf(changed) })
    const notice = await school.database.notice.findFirstOrThrow({ where: { userId: students[0]?.id } })
    expect(notice).toMatchObject({
      kind: 'sessions_cancelled',
      facts: { reason: 'The trainer is ill.', count: 1 },
    })
  })

  test('only when the change can no longer be undone', async () => {
    const { sessionId, substitute, admin } = await planned()
    const starts: unknown[] = []
    const jobs: Context['jobs'] = {
      async send(_, name, _payloads, options) {
        if (name === 'notify-of-change') starts.push(options?.startAfter)
      },
    }
    const change = { sessionId, trainerId: substitute.id, ...nothing }
    const changed = await changeSession({ ...admin, jobs }, change)
    const until = new Date(admin.now.getTime() + 10_000)
    expect(starts).toEqual([until])
    expect(changed.change?.undoUntil).toBe(until.toISOString())
  })

  test('not of changes made before they got a seat, even if the job runs twice', async () => {
    const { school, substitute, sessionId, admin } = await planned()
    const changed = await changeSession(admin, { sessionId, trainerId: substitute.id, ...nothing })
    await notifyOfChange(school.system(), { changeId: idOf(changed) })
    const newcomer = await school.person('STUDENT')
    await seatStudents(admin, { sessionId, studentIds: [newcomer.id], ...nothing })
    await notifyOfChange(school.system(), { changeId: idOf(changed) })
    expect(await school.database.notice.count({ where: { userId: newcomer.id } })).toBe(0)
  })

  test('of one session once if they teach it before and after', async () => {
    const { school, sessionId, trainer, admin } = await planned()
    const changed = await changeSession(admin, { sessionId, ...span(50), ...nothing })
    await notifyOfChange(school.system(), { changeId: idOf(changed) })
    const notice = await school.database.notice.findFirstOrThrow({ where: { userId: trainer.id } })
    expect(notice).toMatchObject({ kind: 'sessions_changed', facts: { count: 1 } })
  })

  test('not of changes that only admins see', async () => {
    const { school, sessionId, admin } = await planned()
    const changed = await changeSession(admin, { sessionId, capacity: 9, ...nothing })
    expect(changed.change?.recipients).toEqual({ students: 0, trainers: [] })
    await notifyOfChange(school.system(), { changeId: idOf(changed) })
    expect(await toldTo(school)).toEqual([])
  })
})

describe('a change is undone', () => {
  test('and no notice is sent; a second undo changes nothing', async () => {
    const { school, sessionId, admin, row } = await planned()
    const before = await row()
    const changed = await changeSession(admin, { sessionId, ...span(50), ...nothing })
    await undoChange(admin, { changeId: idOf(changed) })
    await undoChange(admin, { changeId: idOf(changed) })
    await notifyOfChange(school.system(), { changeId: idOf(changed) })
    expect(await toldTo(school)).toEqual([])
    // Calendars must see a later revision than any that they may have read in the meantime.
    expect(await row()).toEqual({ ...before, revision: 2, changedAt: expect.any(Date) })
  })

  test('and a cancelled running session goes on', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const sessionId = await school.session({ status: 'in_progress', startsInHours: -0.5 })
    const changed = await cancelSession(admin, { sessionId, reason: 'By mistake.' })
    await undoChange(admin, { changeId: idOf(changed) })
    const row = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(row).toMatchObject({ status: 'in_progress', endedAt: null, cancelReason: null })
  })

  test('and a session started meanwhile stays started', async () => {
    const { school, sessionId, trainer, substitute, admin, row } = await planned()
    const changed = await changeSession(admin, { sessionId, trainerId: substitute.id, ...nothing })
    await school.database.classSession.update({ where: { id: sessionId }, data: { status: 'in_progress' } })
    await undoChange(admin, { changeId: idOf(changed) })
    expect(await row()).toMatchObject({ status: 'in_progress', trainerId: trainer.id })
  })

  test('but not after people were notified', async () => {
    const { school, sessionId, admin } = await planned()
    const changed = await changeSession(admin, { sessionId, ...span(50), ...nothing })
    await notifyOfChange(school.system(), { changeId: idOf(changed) })
    await expect(undoChange(admin, { changeId: idOf(changed) })).rejects.toMatchObject({
      reason: 'undoTooLate',
    })
  })

  test('but not if the session has changed since', async () => {
    const { school, sessionId, admin, row } = await planned()
    const changed = await changeSession(admin, { sessionId, ...span(50), ...nothing })
    await changeSession(await school.asAdmin(), { sessionId, ...span(60), ...nothing })
    await expect(undoChange(admin, { changeId: idOf(changed) })).rejects.toMatchObject({ code: 'conflict' })
    expect((await row()).startsAt).toEqual(span(60).startsAt)
  })

  test('but not if the former slot is taken', async () => {
    const { school, sessionId, trainer, admin } = await planned()
    const { startsAt } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    const changed = await changeSession(admin, { sessionId, ...span(50), ...nothing })
    const busy = await school.session({ trainer, startsInHours: 30 })
    await school.database.classSession.update({ where: { id: busy }, data: { startsAt } })
    await expect(undoChange(admin, { changeId: idOf(changed) })).rejects.toMatchObject({
      code: 'conflict',
      details: { collisions: [{ sessionId: busy }] },
    })
  })

  test('only by the admin who made it', async () => {
    const { school, sessionId, students, admin } = await planned()
    const changed = await changeSession(admin, { sessionId, ...span(50), ...nothing })
    for (const context of [await school.asAdmin(), ...students.map((student) => school.as(student))]) {
      await expect(undoChange(context, { changeId: idOf(changed) })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    const demoted = school.as({ ...admin.actor, role: 'TRAINER' })
    await expect(undoChange(demoted, { changeId: idOf(changed) })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const unknown = undoChange(admin, { changeId: crypto.randomUUID() })
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
  })

  test('once, by 20 requests at the same time', async () => {
    const { school, sessionId, admin } = await planned()
    const changed = await changeSession(admin, { sessionId, ...span(50), ...nothing })
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => undoChange(admin, { changeId: idOf(changed) })),
    )
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
    expect(await school.database.auditEvent.count({ where: { action: 'change_undone' } })).toBe(1)
  })
})

test('two admins drag one session: one wins, the other learns who was first', async () => {
  const { school, sessionId, row } = await planned()
  const admins = [await school.asAdmin(), await school.asAdmin()]
  const outcomes = await Promise.allSettled(
    admins.map((admin, index) =>
      changeSession(admin, { sessionId, ...span(50 + 5 * index), ifRevision: 0, ...nothing }),
    ),
  )
  const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(lost).toHaveLength(1)
  expect(lost[0]).toMatchObject({ code: 'conflict', reason: 'changedByOther' })
  expect((await row()).revision).toBe(1)
})

test('20 moves into one location at the same time: one wins', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const { id: locationId } = await school.database.location.create({ data: { name: 'Room 2', capacity: 8 } })
  const sessions = await Promise.all(Array.from({ length: 20 }, () => school.session({ startsInHours: 30 })))
  const outcomes = await Promise.allSettled(
    sessions.map((sessionId) => changeSession(admin, { sessionId, locationId, ...nothing })),
  )
  const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(lost).toHaveLength(19)
  for (const refusal of lost) {
    expect(refusal).toMatchObject({ reason: 'locationBusy', details: { collisions: [{ kind: 'location' }] } })
  }
})
