import { describe, expect, test } from 'vitest'
import { sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { readmitParticipant } from './readmit-participant.ts'
import { removeParticipant } from './remove-participant.ts'

async function runningClass(school: School) {
  const [trainer, noor, karim] = [
    await school.person('TRAINER'),
    await school.person('STUDENT'),
    await school.person('STUDENT'),
  ]
  const sessionId = await school.session({ trainer, students: [noor, karim], status: 'in_progress' })
  return { sessionId, trainer, noor, karim }
}

function audited({ database }: School) {
  return database.auditEvent.findMany({
    orderBy: { at: 'asc' },
    select: { action: true, actorId: true, subjectId: true, after: true },
  })
}

describe('removing a student', () => {
  test('keeps the student out and reconciles the room. Idempotent and audited once', async () => {
    const school = await createSchool()
    const { sessionId, trainer, noor, karim } = await runningClass(school)
    const removal = { sessionId, userId: noor.id, reason: 'Disturbs the class.' }
    for (let time = 0; time < 2; time += 1) await removeParticipant(school.as(trainer), removal)
    expect(await findSession(school.as(noor), { sessionId })).toMatchObject({ joinRefusal: 'removed' })
    expect(await findSession(school.as(karim), { sessionId })).not.toHaveProperty('joinRefusal', 'removed')
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId } })
    expect(await audited(school)).toEqual([
      {
        action: 'participant_removed',
        actorId: trainer.id,
        subjectId: sessionId,
        after: { userId: noor.id, why: 'other' },
      },
    ])
  })

  test('is allowed only for the trainer of the session and admins', async () => {
    const school = await createSchool()
    const { sessionId, noor, karim } = await runningClass(school)
    for (const actor of [karim, noor, await school.person('TRAINER')]) {
      const context = school.as(actor)
      const input = { sessionId, userId: noor.id }
      await expect(removeParticipant(context, input)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(readmitParticipant(context, input)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await school.database.removal.count()).toBe(0)
    expect(school.sent).toEqual([])
    await removeParticipant(await school.asAdmin(), { sessionId, userId: noor.id })
    expect(await school.database.removal.count()).toBe(1)
  })

  test('is possible only for a student with a seat', async () => {
    const school = await createSchool()
    const { sessionId, trainer } = await runningClass(school)
    for (const { id: userId } of [trainer, await school.person('STUDENT')]) {
      const removed = removeParticipant(school.as(trainer), { sessionId, userId })
      await expect(removed).rejects.toMatchObject({ code: 'conflict' })
    }
    const unknown = { sessionId: toSessionId.parse(crypto.randomUUID()), userId: trainer.id }
    await expect(removeParticipant(school.as(trainer), unknown)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('readmitting a student', () => {
  test('lets the student join. Idempotent and audited once', async () => {
    const school = await createSchool()
    const { sessionId, trainer, noor } = await runningClass(school)
    const context = school.as(trainer)
    await removeParticipant(context, { sessionId, userId: noor.id })
    for (let time = 0; time < 2; time += 1) await readmitParticipant(context, { sessionId, userId: noor.id })
    const { abilities } = await findSession(school.as(noor), { sessionId })
    expect(abilities.canJoin).toBe(true)
    const actions = (await audited(school)).map((entry) => entry.action)
    expect(actions).toEqual(['participant_removed', 'participant_readmitted'])
  })

  test('applies to one session and one person; other removals stay', async () => {
    const school = await createSchool()
    const { sessionId, trainer, noor, karim } = await runningClass(school)
    const other = await school.session({ trainer, students: [noor], startsInHours: 5 })
    const context = school.as(trainer)
    for (const id of [sessionId, other]) await removeParticipant(context, { sessionId: id, userId: noor.id })
    await removeParticipant(context, { sessionId, userId: karim.id })
    await readmitParticipant(context, { sessionId, userId: noor.id })
    expect(await findSession(school.as(noor), { sessionId: other })).toMatchObject({ joinRefusal: 'removed' })
    expect(await findSession(school.as(karim), { sessionId })).toMatchObject({ joinRefusal: 'removed' })
  })
})
