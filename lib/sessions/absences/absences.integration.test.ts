import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { notifyOfChange } from '#lib/sessions/changes/notify-of-change.ts'
import { undoChange } from '#lib/sessions/changes/undo-change.ts'
import { refuseUnlessTrainer } from '#lib/sessions/planning-checks.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { endAbsence } from './end-absence.ts'
import { listAbsences } from './list-absences.ts'
import { previewAbsence } from './preview-absence.ts'
import { recordAbsence } from './record-absence.ts'

/** A trainer with three sessions in the span and one after it, and two other trainers, one of them busy once. */
async function week() {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const ill = await school.person('TRAINER', 'Leïla')
  const [daniel, priya] = [await school.person('TRAINER', 'Daniel'), await school.person('TRAINER', 'Priya')]
  const inClass = await school.course()
  const student = await school.person('STUDENT')
  await school.session({ classId: inClass, trainer: priya, startsInHours: -40, status: 'completed' })
  const live = await school.session({ trainer: ill, startsInHours: -0.5, status: 'in_progress' })
  const first = await school.session({
    classId: inClass,
    trainer: ill,
    students: [student],
    startsInHours: 20,
  })
  const second = await school.session({ trainer: ill, startsInHours: 44 })
  const later = await school.session({ trainer: ill, startsInHours: 200 })
  await school.session({ trainer: daniel, startsInHours: 44.5 })
  const span = { trainerId: ill.id, from: new Date(), to: new Date(Date.now() + 100 * HOUR_MS) }
  const trainerOf = async (id: string) =>
    (await school.database.classSession.findUniqueOrThrow({ where: { id } })).trainerId
  return { school, admin, ill, daniel, priya, student, live, first, second, later, span, trainerOf }
}

describe('an absence', () => {
  test('previews each session with free substitutes, those who know the class first', async () => {
    const { admin, daniel, priya, live, first, second, span } = await week()
    const { sessions } = await previewAbsence(admin, span)
    expect(sessions.map(({ id, substitutes }) => [id, substitutes.map((standIn) => standIn.id)])).toEqual([
      [live, [daniel.id, priya.id]],
      [first, [priya.id, daniel.id]],
      [second, [priya.id]],
    ])
    expect(sessions[1]?.substitutes[0]).toMatchObject({ name: 'Priya', taught: 1 })
  })

  test('previews only open sessions, and no substitute who cannot sign in', async () => {
    const { school, admin, ill, daniel, live, first, second, span } = await week()
    await school.session({ trainer: ill, startsInHours: 60, status: 'cancelled' })
    await school.session({ trainer: ill, startsInHours: 70, status: 'completed' })
    await school.database.user.update({ where: { id: daniel.id }, data: { disabledAt: new Date() } })
    const { sessions } = await previewAbsence(admin, span)
    expect(sessions.map(({ id }) => id)).toEqual([live, first, second])
    const substitutes = sessions.flatMap((session) => session.substitutes.map(({ name }) => name))
    expect(new Set(substitutes)).toEqual(new Set(['Priya']))
  })

  test('hands over and cancels sessions in one action, with one notice per person', async () => {
    const { school, admin, ill, daniel, priya, student, live, first, second, later, span, trainerOf } =
      await week()
    const { change } = await recordAbsence(admin, {
      ...span,
      handovers: [
        { sessionId: live, trainerId: daniel.id },
        { sessionId: first, trainerId: priya.id },
        { sessionId: second, cancel: 'Leïla is ill.' },
      ],
    })
    expect([await trainerOf(live), await trainerOf(first), await trainerOf(later)]).toEqual([
      daniel.id,
      priya.id,
      ill.id,
    ])
    const trail = await school.database.auditEvent.findMany({ where: { subject: 'session' } })
    expect(new Map(trail.map(({ subjectId, action }) => [subjectId, action]))).toEqual(
      new Map([
        [live, 'session_changed'],
        [first, 'session_changed'],
        [second, 'session_cancelled'],
      ]),
    )
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId: live } })
    await notifyOfChange(school.system(), { changeId: change?.id ?? '' })
    const told = await school.database.notice.findMany({ select: { userId: true } })
    expect(told.map(({ userId }) => userId).sort()).toEqual(
      [ill, daniel, priya, student].map(({ id }) => id).sort(),
    )
    await undoneIsTooLate(admin, change?.id ?? '')
  })

  test('hands over all sessions or none', async () => {
    const { admin, daniel, ill, first, second, span, trainerOf } = await week()
    const handovers = [
      { sessionId: first, trainerId: daniel.id },
      { sessionId: second, trainerId: daniel.id },
    ]
    await expect(recordAbsence(admin, { ...span, handovers })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'trainerBusy',
    })
    expect(await trainerOf(first)).toBe(ill.id)
    expect((await listAbsences(admin, span)).items).toEqual([])
  })

  test('is recorded once when it is sent twice at once', async () => {
    const { school, admin, priya, first, span, trainerOf } = await week()
    const handovers = [{ sessionId: first, trainerId: priya.id }]
    const [one, other] = await Promise.all([1, 2].map(() => recordAbsence(admin, { ...span, handovers })))
    expect(one?.id).toBe(other?.id)
    expect(await trainerOf(first)).toBe(priya.id)
    expect(await school.database.auditEvent.count({ where: { action: 'session_changed' } })).toBe(1)
  })

  test('is not recorded again while another transaction records it', async () => {
    const { school, admin, ill, span } = await week()
    const kept = { trainerId: ill.id, startsAt: span.from, endsAt: span.to }
    await runDuring(
      school.database,
      async (other) => {
        await refuseUnlessTrainer({ database: other }, ill.id)
        await other.absence.create({ data: kept })
      },
      () => recordAbsence(admin, { ...span, handovers: [] }),
    )
    expect(await school.database.absence.findMany()).toMatchObject([kept])
    expect(await school.database.auditEvent.count({ where: { action: 'absence_recorded' } })).toBe(0)
  })

  test('does not take sessions of other trainers', async () => {
    const { school, admin, daniel, span } = await week()
    const others = await school.session()
    const taken = recordAbsence(admin, { ...span, handovers: [{ sessionId: others, trainerId: daniel.id }] })
    await expect(taken).rejects.toMatchObject({ code: 'invalid', reason: 'notTheirSession' })
  })
})

test('an absent trainer is no substitute, and is listed until the absence ends', async () => {
  const { admin, daniel, priya, span, first } = await week()
  const { id } = await recordAbsence(admin, { ...span, trainerId: priya.id, handovers: [] })
  const { sessions } = await previewAbsence(admin, span)
  expect(sessions.find((session) => session.id === first)?.substitutes.map((standIn) => standIn.id)).toEqual([
    daniel.id,
  ])
  const { from, to } = span
  expect((await listAbsences(admin, { from, to })).items).toMatchObject([{ id, trainer: { name: 'Priya' } }])
  await endAbsence(admin, { absenceId: id })
  await endAbsence(admin, { absenceId: id })
  expect((await listAbsences(admin, { from, to })).items).toEqual([])
})

test('an absence that two admins end at the same moment is audited once', async () => {
  const { school, admin, span } = await week()
  const { id } = await recordAbsence(admin, { ...span, handovers: [] })
  await runDuring(
    school.database,
    (other) => endAbsence({ ...admin, database: other }, { absenceId: id }),
    () => endAbsence(admin, { absenceId: id }),
  )
  expect(await school.database.auditEvent.count({ where: { action: 'absence_ended' } })).toBe(1)
})

test('an absence that does not end after its start is refused', async () => {
  const { admin, span } = await week()
  const backwards = recordAbsence(admin, { ...span, to: span.from, handovers: [] })
  await expect(backwards).rejects.toMatchObject({ code: 'invalid' })
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s cannot manage absences', async (role) => {
  const { school, span } = await week()
  const context = school.as(await school.person(role))
  for (const attempt of [
    previewAbsence(context, span),
    recordAbsence(context, { ...span, handovers: [] }),
    listAbsences(context, span),
    endAbsence(context, { absenceId: crypto.randomUUID() }),
  ]) {
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
  }
})

async function undoneIsTooLate(admin: Parameters<typeof undoChange>[0], changeId: string): Promise<void> {
  await expect(undoChange(admin, { changeId })).rejects.toMatchObject({ reason: 'undoTooLate' })
}
