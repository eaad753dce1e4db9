import { describe, expect, test } from 'vitest'
import { admit } from '#lib/classroom/admission/admit.ts'
import { sendReminder } from '#lib/classroom/admission/send-reminder.ts'
import { reconcileRoomsWithReducedRights } from '#lib/classroom/entry/reconcile-rooms-with-reduced-rights.ts'
import { grantFloor } from '#lib/classroom/hands/grant-floor.ts'
import { lowerHands } from '#lib/classroom/hands/lower-hands.ts'
import { raiseHand } from '#lib/classroom/hands/raise-hand.ts'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { EventEnvelope } from '#lib/page-events/event-envelope.ts'
import { findAudience } from '#lib/page-events/find-audience.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { listSessions } from '#lib/sessions/reading/list-sessions.ts'
import { unseatStudents } from '#lib/sessions/seats/unseat-students.ts'
import { changesReceived } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { changeAssistant } from './change-assistant.ts'
import { changeLocks } from './change-locks.ts'
import { listColleagues } from './list-colleagues.ts'
import { muteParticipants } from './mute-participants.ts'
import { readmitParticipant } from './readmit-participant.ts'
import { removeParticipant } from './remove-participant.ts'
import { setSpotlight } from './set-spotlight.ts'

type Class = Awaited<ReturnType<typeof startTestClass>>

/** Every action of moderation, on Karim if it concerns a participant. */
const acts: [string, (context: Context, klass: Class) => Promise<unknown>][] = [
  ['mute', (context, { sessionId }) => muteParticipants(context, { sessionId, source: 'microphone' })],
  ['lock', (context, { sessionId }) => changeLocks(context, { sessionId, locks: { camera: true } })],
  [
    'except',
    (context, { sessionId, karim }) =>
      changeLocks(context, { sessionId, exceptions: [{ userId: karim.id, lock: 'screen', excepted: true }] }),
  ],
  ['remove', (context, { sessionId, karim }) => removeParticipant(context, { sessionId, userId: karim.id })],
  [
    'readmit',
    (context, { sessionId, karim }) => readmitParticipant(context, { sessionId, userId: karim.id }),
  ],
  ['spotlight', (context, { sessionId, karim }) => setSpotlight(context, { sessionId, userId: karim.id })],
  [
    'make assistant',
    (context, { sessionId, karim }) =>
      changeAssistant(context, { sessionId, userId: karim.id, assistantPermissions: ['mute'] }),
  ],
  ['admit', (context, { sessionId }) => admit(context, { sessionId })],
  ['remind', (context, { sessionId }) => sendReminder(context, { sessionId })],
  ['lower all hands', (context, { sessionId }) => lowerHands(context, { sessionId })],
  ['give the floor', (context, { sessionId, karim }) => grantFloor(context, { sessionId, userId: karim.id })],
]

test('students and other trainers cannot moderate, and nothing changes', async () => {
  const klass = await startTestClass()
  const { school, sessionId, noor } = klass
  const actors = [noor, await school.person('STUDENT'), await school.person('TRAINER')]
  for (const [act, perform] of acts) {
    for (const actor of actors) {
      await expect(perform(school.as(actor), klass), `${actor.role}: ${act}`).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  }
  expect(await school.database.auditEvent.count()).toBe(0)
  expect((await readRoom(school.as(noor), { sessionId })).number).toBe(0)
})

describe('a lock', () => {
  test('stops active tracks, applies to older tokens too, and spares exceptions, the speaker and moderators', async () => {
    const { school, sessionId, trainer, noor, karim, enter, settle, until, grantsOf, jobs } =
      await startTestClass({ begun: true })
    for (const person of [trainer, noor, karim]) await (await enter(person)).publish('microphone')
    await until(['Karim microphone', 'Leïla microphone', 'Noor microphone'])
    await settle()
    await changeLocks(school.as(trainer), {
      sessionId,
      locks: { microphone: true },
      exceptions: [{ userId: noor.id, lock: 'microphone', excepted: true }],
    })
    expect(jobs()).toBeGreaterThan(0)
    await settle()
    await until(['Leïla microphone', 'Noor microphone'])
    await changeLocks(school.as(trainer), {
      sessionId,
      exceptions: [{ userId: noor.id, lock: 'microphone', excepted: false }],
    })
    await grantFloor(school.as(trainer), { sessionId, userId: karim.id })
    await settle()
    await until(['Leïla microphone'])
    await (await enter(karim)).publish('microphone')
    await settle()
    expect((await grantsOf(karim))?.publish).toContain('microphone')
    await until(['Karim microphone', 'Leïla microphone'])
    await grantFloor(school.as(trainer), { sessionId, userId: noor.id })
    await settle()
    await until(['Leïla microphone'])
    // With a token from before the lock; no webhook arrives.
    await (await enter(karim)).publish('microphone')
    await until(['Karim microphone', 'Leïla microphone'])
    await reconcileRoomsWithReducedRights(school.system())
    await until(['Leïla microphone'])
    expect(await school.database.auditEvent.findFirst({ orderBy: { at: 'asc' } })).toMatchObject({
      action: 'locks_changed',
      before: { locks: ['screen'] },
      after: { locks: ['microphone', 'screen'], studentIds: [noor.id] },
    })
  })

  test('of screens is on by default', async () => {
    const { trainer, noor, enter, settle, until } = await startTestClass()
    await (await enter(trainer)).publish('screen')
    const student = await enter(noor)
    await student.publish('screen')
    await until(['Leïla screen', 'Noor screen'])
    await settle()
    await until(['Leïla screen'])
  })

  test('is idempotent, and can except only students of the session', async () => {
    const { school, sessionId, trainer } = await startTestClass()
    const lock = () => changeLocks(school.as(trainer), { sessionId, locks: { chat: true } })
    expect(await lock()).toMatchObject({ locks: ['screen', 'chat'] })
    expect(await lock()).toMatchObject({ locks: ['screen', 'chat'] })
    expect(await readRoom(school.as(trainer), { sessionId })).toMatchObject({ number: 1 })
    const stranger = await school.person('STUDENT')
    const excepting = changeLocks(school.as(trainer), {
      sessionId,
      exceptions: [{ userId: stranger.id, lock: 'screen', excepted: true }],
    })
    await expect(excepting).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('another trainer', () => {
  test('is found by name by the trainer, and by no other person', async () => {
    const { school, sessionId, trainer, noor } = await startTestClass()
    const [sami, salma, gone] = await Promise.all(
      ['Sami Idrissi', 'Salma Berrada', 'Samira Alaoui'].map((name) => school.person('TRAINER', name)),
    )
    await school.database.user.update({ where: { id: gone?.id }, data: { disabledAt: new Date() } })
    const found = async (search?: string) => {
      const { items } = await listColleagues(school.as(trainer), { sessionId, search })
      return items.map(({ id }) => id)
    }
    expect(await found()).toEqual([salma?.id, sami?.id])
    expect(await found('sam')).toEqual([sami?.id])
    for (const person of [noor, sami ?? noor]) {
      const asking = listColleagues(school.as(person), { sessionId })
      await expect(asking).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('is found by the literal search text, including wildcards of the database', async () => {
    const { school, sessionId, trainer } = await startTestClass()
    const [percent, line, slash] = await Promise.all(
      ['A 100% Trainer', 'B snake_case', 'C back\\slash'].map((name) => school.person('TRAINER', name)),
    )
    const found = async (search: string) => {
      const { items } = await listColleagues(school.as(trainer), { sessionId, search })
      return items.map(({ id }) => id)
    }
    expect(await found('%')).toEqual([percent?.id])
    expect(await found('_')).toEqual([line?.id])
    expect(await found('\\')).toEqual([slash?.id])
  })

  test('who assists sees the session in their list, and receives its events', async () => {
    const { school, sessionId, trainer } = await startTestClass()
    const sami = await school.person('TRAINER')
    const own = async () => (await listSessions(school.as(sami), {})).items.map(({ id }) => id)
    const signIn = await school.database.signIn.findFirstOrThrow({ where: { userId: sami.id } })
    const hears = async () => {
      const bulletin: EventEnvelope = {
        kind: 'session',
        sessionId,
        audience: 'moderators',
        formerUserIds: [],
      }
      const { indexesBySignIn } = await findAudience(school.system(), [bulletin], [signIn.id])
      return indexesBySignIn.get(signIn.id)?.length === 1
    }
    expect([await own(), await hears()]).toEqual([[], false])
    await changeAssistant(school.as(trainer), { sessionId, userId: sami.id, assistantPermissions: ['hands'] })
    expect([await own(), await hears()]).toEqual([[sessionId], true])
    await changeAssistant(school.as(trainer), { sessionId, userId: sami.id, assistantPermissions: [] })
    expect([await own(), await hears()]).toEqual([[], false])
  })
})

describe('a student who loses access', () => {
  test.each<[string, (klass: Awaited<ReturnType<typeof startTestClass>>) => Promise<unknown>]>([
    [
      'by being unseated',
      async ({ school, sessionId, noor }) =>
        unseatStudents(await school.asAdmin(), { sessionId, studentIds: [noor.id] }),
    ],
    [
      'by being disabled',
      async ({ school, noor }) => changeUser(await school.asAdmin(), { userId: noor.id, disabled: true }),
    ],
  ])('%s has nothing left in the room, and participants are notified', async (_, leave) => {
    const klass = await startTestClass({ begun: true })
    const { school, sessionId, trainer, noor, karim, enter, settle } = klass
    const leila = await enter(trainer)
    await leila.waitUntilReachable()
    await grantFloor(school.as(trainer), { sessionId, userId: noor.id })
    await setSpotlight(school.as(trainer), { sessionId, userId: noor.id })
    await changeAssistant(school.as(trainer), { sessionId, userId: noor.id, assistantPermissions: ['mute'] })
    await raiseHand(school.as(noor), { sessionId })
    await leave(klass)
    await settle()
    expect(await readRoom(school.as(karim), { sessionId })).toMatchObject({
      hands: [],
      floor: null,
      spotlight: null,
      assistants: [],
    })
    await eventually(() =>
      expect(changesReceived(leila)).toContainEqual({ kind: 'participant_removed', userId: noor.id }),
    )
    const { number } = await readRoom(school.as(karim), { sessionId })
    await settle()
    expect((await readRoom(school.as(karim), { sessionId })).number).toBe(number)
  })
})

test('a session that has ended cannot be moderated, except that removed students can be readmitted', async () => {
  const klass = await startTestClass()
  const { school, sessionId, trainer, karim } = klass
  await removeParticipant(school.as(trainer), { sessionId, userId: karim.id })
  await school.database.classSession.update({ where: { id: sessionId }, data: { status: 'completed' } })
  const conflict = { code: 'conflict', reason: 'roomEnded' }
  const context = school.as(trainer)
  for (const [act, perform] of acts)
    if (act !== 'readmit') await expect(perform(context, klass), act).rejects.toMatchObject(conflict)
  await readmitParticipant(context, { sessionId, userId: karim.id })
  expect(await school.database.removal.count()).toBe(0)
})

test('people without access and removed students cannot be spotlighted', async () => {
  const { school, sessionId, trainer, noor } = await startTestClass()
  const stranger = await school.person('STUDENT')
  await removeParticipant(school.as(trainer), { sessionId, userId: noor.id })
  for (const { id: userId } of [stranger, noor]) {
    const showing = setSpotlight(school.as(trainer), { sessionId, userId })
    await expect(showing).rejects.toMatchObject({ code: 'conflict' })
  }
  await setSpotlight(school.as(trainer), { sessionId, userId: trainer.id })
  expect((await readRoom(school.as(trainer), { sessionId })).spotlight).toBe(trainer.id)
})

describe('a removed student', () => {
  test('has nothing left in the room, and stays out with every token', async () => {
    const { school, sessionId, trainer, noor, karim, enter } = await startTestClass({ begun: true })
    await raiseHand(school.as(noor), { sessionId })
    await setSpotlight(school.as(trainer), { sessionId, userId: noor.id })
    await grantFloor(school.as(trainer), { sessionId, userId: noor.id })
    await raiseHand(school.as(noor), { sessionId })
    await removeParticipant(school.as(trainer), {
      sessionId,
      userId: noor.id,
      why: 'disturbs',
      reason: 'Music',
    })
    expect(await readRoom(school.as(karim), { sessionId })).toMatchObject({
      hands: [],
      floor: null,
      spotlight: null,
    })
    await expect(readRoom(school.as(noor), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
    const visitor = await enter(noor)
    await reconcileRoomsWithReducedRights(school.system())
    await eventually(() => expect(visitor.isInside()).toBe(false))
    expect(
      await school.database.auditEvent.findFirst({ where: { action: 'participant_removed' } }),
    ).toMatchObject({
      after: { userId: noor.id, why: 'disturbs' },
    })
  })
})

describe('an assistant', () => {
  test('can do only what the permissions allow, and nothing without them', async () => {
    const klass = await startTestClass()
    const { school, sessionId, trainer, noor } = klass
    const give = (assistantPermissions: Parameters<typeof changeAssistant>[1]['assistantPermissions']) =>
      changeAssistant(school.as(trainer), { sessionId, userId: noor.id, assistantPermissions })
    await give(['hands', 'mute'])
    const outcomes = async () => {
      const may: string[] = []
      for (const [act, perform] of acts)
        await perform(school.as(noor), klass).then(
          () => may.push(act),
          () => {},
        )
      return may
    }
    expect(await outcomes()).toEqual(['mute', 'lower all hands', 'give the floor'])
    await give([])
    expect(await outcomes()).toEqual([])
  })

  test('is a student of the session or another trainer, not removed and not disabled', async () => {
    const { school, sessionId, trainer, noor, karim } = await startTestClass()
    const colleague = await school.person('TRAINER')
    const make = ({ id: userId }: { id: typeof noor.id }) =>
      changeAssistant(school.as(trainer), { sessionId, userId, assistantPermissions: ['mute'] })
    await removeParticipant(school.as(trainer), { sessionId, userId: noor.id })
    const disabledAt = new Date()
    await school.database.user.update({ where: { id: colleague.id }, data: { disabledAt } })
    const others = [await school.person('STUDENT'), await school.person('ADMIN'), noor, colleague, trainer]
    for (const person of others) {
      await expect(make(person), person.name).rejects.toMatchObject({ reason: 'assistantNotInSession' })
    }
    expect(
      await school.database.roomMember.count({ where: { assistantPermissions: { isEmpty: false } } }),
    ).toBe(0)
    await make(karim)
    expect(
      await school.database.roomMember.count({ where: { assistantPermissions: { isEmpty: false } } }),
    ).toBe(1)
  })

  test('who is another trainer gets access to the room', async () => {
    const { school, sessionId, trainer } = await startTestClass()
    const colleague = await school.person('TRAINER', 'Tomasz')
    const context = school.as(colleague)
    await expect(raiseHand(context, { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
    await changeAssistant(school.as(trainer), {
      sessionId,
      userId: colleague.id,
      assistantPermissions: ['admit'],
    })
    expect(await readRoom(context, { sessionId })).toMatchObject({
      assistants: [{ name: 'Tomasz', assistantPermissions: ['admit'] }],
    })
    await changeAssistant(school.as(trainer), { sessionId, userId: colleague.id, assistantPermissions: [] })
    await expect(readRoom(context, { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
