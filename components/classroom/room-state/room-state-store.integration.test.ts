import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateRoom } from '#lib/classroom/entry/evaluate-room.ts'
import { grantFloor, takeBackFloor } from '#lib/classroom/hands/grant-floor.ts'
import { lowerHand, lowerHands } from '#lib/classroom/hands/lower-hands.ts'
import { raiseHand } from '#lib/classroom/hands/raise-hand.ts'
import { changeLocks } from '#lib/classroom/moderation/change-locks.ts'
import { readmitParticipant } from '#lib/classroom/moderation/readmit-participant.ts'
import { removeParticipant } from '#lib/classroom/moderation/remove-participant.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import type { RoomUpdate } from '#lib/classroom/room/room-update.ts'
import { sendRoomHeartbeats } from '#lib/classroom/room/send-room-heartbeats.ts'
import { trackSources } from '#lib/kernel/enums.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { Media, Participant } from '#lib/livekit/media.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { createRoomStateStore } from './room-state-store.ts'

type School = Awaited<ReturnType<typeof createSchool>>
type Person = Awaited<ReturnType<School['person']>>

const acts = [
  'raise',
  'lower',
  'lower all',
  'next',
  'give',
  'take back',
  'lock',
  'unlock',
  'except',
  'remove',
  'let in',
  'reload',
] as const
const step = fc.record({
  act: fc.constantFrom(...acts),
  who: fc.nat(2),
  lock: fc.constantFrom('microphone', 'camera', 'screen'),
  /** Whether updates are lost or duplicated on the way to each page. */
  lost: fc.boolean(),
  twice: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** A class of three students with a page for each person. The test intercepts their updates. */
async function openClass(school: School) {
  const trainer = await school.person('TRAINER')
  const students = await school.people('STUDENT', 3)
  const inClass = await school.course('ONLINE', 20, { admission: 'open' })
  const sessionId = await school.session({
    trainer,
    students,
    status: 'in_progress',
    classId: inClass,
  })
  const everybody = [trainer, ...students]
  const identities = everybody.map(({ id }): string => id)
  let fate = { lost: false, twice: false }

  const pages = everybody.map((person) => {
    const follower = createRoomStateStore({
      readRoom: () => readRoom(school.as(person), { sessionId }),
      schedule: (work) => void setTimeout(work, 1),
    })
    return { person, follower }
  })
  const media: Media = {
    ...school.system().media,
    listParticipants: async () => identities.map(inside),
    listTracks: async () => [],
    sendData: async (_room, data, _topic, to) => {
      const news: RoomUpdate = JSON.parse(new TextDecoder().decode(data))
      if (fate.lost) return
      for (const { person, follower } of pages) {
        if (to && !to.includes(person.id)) continue
        follower.handleUpdate(news)
        if (fate.twice) follower.handleUpdate(news)
      }
    },
  }
  const as = (person: Person) => ({ ...school.as(person), media })

  async function perform({ act, who, lock, lost, twice }: Step) {
    fate = { lost, twice }
    const student = students[who] ?? trainer
    const on = { sessionId, userId: student.id }
    const leading = as(trainer)
    switch (act) {
      case 'raise':
        return raiseHand(as(student), { sessionId })
      case 'lower':
        return lowerHand(as(student), on)
      case 'lower all':
        return lowerHands(leading, { sessionId })
      case 'next':
        return grantFloor(leading, { sessionId })
      case 'give':
        return grantFloor(leading, on)
      case 'take back':
        return takeBackFloor(leading, { sessionId })
      case 'lock':
      case 'unlock':
        return changeLocks(leading, { sessionId, locks: { [lock]: act === 'lock' } })
      case 'except':
        return changeLocks(leading, { sessionId, exceptions: [{ userId: student.id, lock, excepted: true }] })
      case 'remove':
        return removeParticipant(leading, on)
      case 'let in':
        return readmitParticipant(leading, on)
      case 'reload':
        return pages[who]?.follower.refresh()
    }
  }

  function tellNewest(number: number) {
    for (const { follower } of pages) follower.handleUpdate({ kind: 'heartbeat', number })
  }

  return { sessionId, trainer, students, pages, as, perform, tellNewest }
}

/** Participant with an older token that grants everything. */
function inside(identity: string): Participant {
  const grants = { publish: trackSources, subscribe: true, publishData: false, updateOwnMetadata: false }
  return { identity, sid: `PA_${identity}`, joinedAt: new Date(), person: true, grants, signInId: null }
}

test('with concurrent actions and lost updates, all pages share one queue, removed students have nothing left, and locks hold', async () => {
  const school = await createSchool()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 7 }),
      async (rounds) => {
        const { sessionId, trainer, students, pages, as, perform, tellNewest } = await openClass(school)
        for (const { follower } of pages) await follower.refresh()
        for (const round of rounds) {
          for (const outcome of await Promise.allSettled(round.map(perform)))
            if (outcome.status === 'rejected' && !(outcome.reason instanceof Refusal)) throw outcome.reason
        }
        const held = await readRoom(as(trainer), { sessionId })
        const removed = await school.database.removal.findMany({
          where: { sessionId },
          select: { userId: true },
        })
        const out = new Set(removed.map(({ userId }) => userId))

        await eventually(() => {
          tellNewest(held.number)
          for (const { person, follower } of pages)
            if (!out.has(person.id)) expect(shared(follower.state.room)).toEqual(shared(held))
        })
        expect(held.hands.filter(({ userId }) => out.has(userId))).toEqual([])
        expect(out.has(held.floor?.userId ?? '')).toBe(false)

        const people = students.map(({ id }) => inside(id))
        const { intruders, corrections } = await evaluateRoom(school.system(), sessionId, people)
        expect(new Set(intruders.map(({ identity }) => identity))).toEqual(out)
        for (const { identity } of people.filter((one) => !out.has(one.identity))) {
          const excepted = held.exceptions.find(({ userId }) => userId === identity)?.locks ?? []
          const corrected = corrections.find(({ participant }) => participant.identity === identity)
          const publish = corrected?.grants.publish ?? trackSources
          for (const source of trackSources) {
            const hasFloor = source === 'microphone' && held.floor?.userId === identity
            const isFree = !held.locks.includes(source) || excepted.includes(source) || hasFloor
            expect([identity, source, publish.includes(source)]).toEqual([identity, source, isFree])
          }
        }
      },
    ),
    { numRuns: 10 },
  )
}, 120_000)

test('a page that lost the last change shows it after the next heartbeat', async () => {
  const { school, sessionId, trainer, noor, enter } = await startTestClass()
  const { updates: heard } = await enter(noor)
  const follower = createRoomStateStore({
    readRoom: () => readRoom(school.as(noor), { sessionId }),
    schedule: (work) => void setTimeout(work, 1),
  })
  await follower.refresh()
  const media = { ...school.system().media, sendData: async () => {} }
  await changeLocks({ ...school.as(trainer), media }, { sessionId, locks: { microphone: true } })
  await sendRoomHeartbeats(school.system())
  await eventually(() => expect(heard).toEqual([{ kind: 'heartbeat', number: 1 }]))
  expect(follower.state.room).toMatchObject({ number: 0, locks: ['screen'] })
  for (const news of heard) follower.handleUpdate(news)
  await eventually(() =>
    expect(follower.state.room).toMatchObject({ number: 1, locks: ['microphone', 'screen'] }),
  )
})

/** The part of the state that is the same for everybody. */
function shared(state: RoomState | null) {
  if (!state) return null
  const { number, hands, floor, locks, exceptions, spotlight, classStarted } = state
  return { number, hands, word: floor, locks, exceptions, spotlight, begun: classStarted }
}
