import { expect, test } from 'vitest'
import { grantFloor, takeBackFloor } from '#lib/classroom/hands/grant-floor.ts'
import { raiseHand } from '#lib/classroom/hands/raise-hand.ts'
import { changeAssistant } from '#lib/classroom/moderation/change-assistant.ts'
import { changeLocks } from '#lib/classroom/moderation/change-locks.ts'
import { removeParticipant } from '#lib/classroom/moderation/remove-participant.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'
import { enterRoom } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { reconcileRoomsWithReducedRights } from './reconcile-rooms-with-reduced-rights.ts'

type Class = Awaited<ReturnType<typeof startTestClass>>
type Taught = { sessionId: SessionId; userId: UserId }
type Narrowing = {
  /** What allows Noor to speak until then. */
  room?: Prisma.ClassroomUncheckedUpdateInput
  attendee?: Partial<Prisma.RoomMemberUncheckedCreateInput>
  act: (klass: Class) => Promise<unknown>
}

const locks = ['microphone']

const narrowings: [string, (klass: Class) => Narrowing][] = [
  [
    'a lock',
    () => ({
      act: ({ school, sessionId, trainer }) =>
        changeLocks(school.as(trainer), { sessionId, locks: { microphone: true } }),
    }),
  ],
  [
    'a removed exception',
    () => ({
      room: { locks },
      attendee: { exceptions: ['microphone'] },
      act: ({ school, sessionId, trainer, noor }) =>
        changeLocks(school.as(trainer), {
          sessionId,
          exceptions: [{ userId: noor.id, lock: 'microphone', excepted: false }],
        }),
    }),
  ],
  [
    'taking back the floor',
    ({ noor }) => ({
      room: { locks, speakerId: noor.id },
      act: ({ school, sessionId, trainer }) => takeBackFloor(school.as(trainer), { sessionId }),
    }),
  ],
  [
    'giving the floor to another student',
    ({ noor }) => ({
      room: { locks, speakerId: noor.id },
      act: ({ school, sessionId, trainer, karim }) =>
        grantFloor(school.as(trainer), { sessionId, userId: karim.id }),
    }),
  ],
  [
    'taking back an assistant permission',
    () => ({
      room: { locks },
      attendee: { assistantPermissions: ['hands'] },
      act: ({ school, sessionId, trainer, noor }) =>
        changeAssistant(school.as(trainer), { sessionId, userId: noor.id, assistantPermissions: [] }),
    }),
  ],
]

test.each(narrowings)('%s applies to an older token, even without a webhook', async (_, narrowing) => {
  const klass = await startTestClass({ begun: true })
  const { school, sessionId, trainer, noor, enter, until, grantsOf } = klass
  const { room = {}, attendee = {}, act } = narrowing(klass)
  await school.database.classroom.update({ where: { sessionId }, data: room })
  await school.database.roomMember.create({ data: { sessionId, userId: noor.id, ...attendee } })
  // Without its trainer, the class would pause and all students would be muted.
  const leila = await enter(trainer)
  await act(klass)
  const visitor = await enter(noor)
  await visitor.publish('microphone')
  await until(['Noor microphone'])
  await reconcileRoomsWithReducedRights(school.system())
  expect((await grantsOf(noor))?.publish).not.toContain('microphone')
  await until([])
  expect([leila.isInside(), visitor.isInside()]).toEqual([true, true])
})

test.each([
  ['just before', 0],
  ['2 hours before, as long as a token lasts', 120],
])('a student who was removed %s cannot stay with an older token', async (_, minutes) => {
  const { school, sessionId, trainer, noor, enter, grantsOf } = await startTestClass({ begun: true })
  const leila = await enter(trainer)
  await removeParticipant(school.as(trainer), { sessionId, userId: noor.id })
  const visitor = await enter(noor)
  await reconcileRoomsWithReducedRights(school.system(new Date(Date.now() + minutes * MINUTE_MS)))
  expect(await grantsOf(noor)).toBeUndefined()
  await eventually(() => expect(visitor.isInside()).toBe(false))
  expect(leila.isInside()).toBe(true)
})

/** Replaces the session's trainer, who becomes an assistant. */
async function giveToAnother(school: School, { sessionId, userId }: Taught): Promise<void> {
  const { id: trainerId } = await school.person('TRAINER')
  await school.database.roomMember.create({ data: { sessionId, userId, assistantPermissions: ['admit'] } })
  await school.database.classSession.update({ where: { id: sessionId }, data: { trainerId } })
}

test.each<[string, (school: School, of: Taught) => Promise<unknown>]>([
  [
    'who was replaced',
    async (school, { sessionId }) => {
      const { id: trainerId } = await school.person('TRAINER')
      return changeSession(await school.asAdmin(), { sessionId, trainerId, allowOverlap: false })
    },
  ],
  [
    'who no longer assists',
    async (school, { sessionId, userId }) => {
      await giveToAnother(school, { sessionId, userId })
      return changeAssistant(await school.asAdmin(), { sessionId, userId, assistantPermissions: [] })
    },
  ],
  [
    'who assisted and is disabled',
    async (school, { sessionId, userId }) => {
      await giveToAnother(school, { sessionId, userId })
      return changeUser(await school.asAdmin(), { userId, disabled: true })
    },
  ],
])('a trainer %s is removed despite an older token, even without a webhook', async (_, narrow) => {
  const school = await createSchool()
  const [trainer, noor] = [await school.person('TRAINER'), await school.person('STUDENT')]
  const inClass = await school.course('ONLINE', 5, { admission: 'open' })
  const sessionId = await school.session({
    classId: inClass,
    trainer,
    students: [noor],
    status: 'in_progress',
  })
  await narrow(school, { sessionId, userId: trainer.id })
  const visitors = [await enterRoom(sessionId, trainer), await enterRoom(sessionId, noor)]
  await reconcileRoomsWithReducedRights(school.system())
  await eventually(() => expect(visitors.map((visitor) => visitor.isInside())).toEqual([false, true]))
})

test('students cannot speak before a supervised class starts, even after a hand was raised', async () => {
  const { school, sessionId, noor, karim, enter, until, grantsOf } = await startTestClass()
  await raiseHand(school.as(karim), { sessionId })
  await (await enter(noor)).publish('microphone')
  await until(['Noor microphone'])
  await reconcileRoomsWithReducedRights(school.system())
  expect(await grantsOf(noor)).toMatchObject({ publish: [], subscribe: false })
  await until([])
})
