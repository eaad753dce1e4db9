import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoomState } from '#lib/classroom/room/api.ts'
import { applyChange } from '#lib/classroom/room/apply-change.ts'
import type { RoomChange, RoomUpdate } from '#lib/classroom/room/room-update.ts'
import { untouchedRoom } from '#scripts/testing/untouched-room.ts'
import { createRoomStateStore } from './room-state-store.ts'

/** A server and the page that follows it. The test runs scheduled work and reads. */
function follow(options: { mayRead?: () => boolean } = {}) {
  let held = untouchedRoom
  let reads = 0
  const waiting: (() => void)[] = []
  const follower = createRoomStateStore({
    readRoom: async () => {
      if (options.mayRead?.() === false) throw new Error('our server is away')
      reads += 1
      // As it arrives: new objects with each answer.
      return structuredClone(held)
    },
    schedule: (work) => void waiting.push(work),
  })
  return {
    follower,
    get held() {
      return held
    },
    /** Changes the server's state, and returns the update. */
    change(change: RoomChange): RoomUpdate {
      held = applyChange(held, held.number + 1, change)
      return { kind: 'changes', changes: [{ number: held.number, change }] }
    },
    reads: () => reads,
    newest: (): RoomUpdate => ({ kind: 'heartbeat', number: held.number }),
    async pass() {
      for (const work of waiting.splice(0)) work()
      await new Promise(setImmediate)
    },
  }
}

const hand = (userId: string) =>
  ({ kind: 'hand_raised', hand: { userId, name: userId, seatKind: 'online', since: '' } }) as RoomChange
const lowered = (userId: string): RoomChange => ({ kind: 'hands_lowered', userIds: [userId] })
const change = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'd').map(hand),
  fc.constantFrom('a', 'b', 'c', 'd').map(lowered),
  fc
    .constantFrom('a', 'b')
    .map((userId): RoomChange => ({ kind: 'participant_removed', userId: userId as never })),
  fc.constant<RoomChange>({ kind: 'not_visible' }),
  fc.constant<RoomChange>({ kind: 'state_patch', patch: { locks: ['microphone', 'screen'] } }),
  fc.constant<RoomChange>({ kind: 'state_patch', patch: { locks: [] } }),
  fc.constantFrom('a', 'b').map(
    (userId): RoomChange => ({
      kind: 'state_patch',
      patch: { floor: { userId: userId as never, name: userId, since: '' } },
    }),
  ),
)

describe('the state of a room', () => {
  test('matches the server after a heartbeat, whichever updates are lost, duplicated or reordered', async () => {
    const fate = fc.record({ lost: fc.boolean(), twice: fc.boolean(), after: fc.nat(5) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(change, fate), { maxLength: 30 }),
        fc.boolean(),
        async (told, reads) => {
          const { follower, pass, ...server } = follow()
          await follower.refresh()
          const packets = told.flatMap(([change, { lost, twice, after }], index) => {
            const news = server.change(change)
            return lost
              ? []
              : [{ at: index + after, news }, ...(twice ? [{ at: index + after + 3, news }] : [])]
          })
          for (const { news } of packets.toSorted((one, other) => one.at - other.at)) {
            follower.handleUpdate(news)
            if (reads) await pass()
          }
          follower.handleUpdate(server.newest())
          await pass()
          await pass()
          expect(follower.state.room).toEqual(applied(told.map(([change]) => change)))
        },
      ),
    )
  })

  test('needs no further read while no change is missing', async () => {
    let reads = 0
    const { follower, change, pass } = follow({ mayRead: () => ++reads === 1 })
    await follower.refresh()
    const [first, second, third] = [change(hand('a')), change(hand('b')), change(lowered('a'))]
    const heard: string[] = []
    follower.on('change', (change, number) => heard.push(`${number} ${change.kind}`))
    for (const news of [second, first, third, first]) follower.handleUpdate(news)
    await pass()
    expect(heard).toEqual(['1 hand_raised', '2 hand_raised', '3 hands_lowered'])
    expect(follower.state.room?.hands.map(({ userId }) => userId)).toEqual(['b'])
    expect(reads).toBe(1)
  })

  test('reports missed changes, and recovers once our server responds again', async () => {
    let isAway = false
    const { follower, change, newest, pass } = follow({ mayRead: () => !isAway })
    await follower.refresh()
    let missed = 0
    follower.on('missed', () => missed++)
    change(hand('a'))
    isAway = true
    follower.handleUpdate(newest())
    await pass()
    expect(follower.state.room?.hands).toEqual([])
    isAway = false
    follower.handleUpdate(newest())
    await pass()
    expect(follower.state.room?.hands).toHaveLength(1)
    expect(missed).toBe(1)
  })

  test('does not go back to a read that is older than received changes', async () => {
    const { promise: answer, resolve } = Promise.withResolvers<RoomState>()
    const reads = [Promise.resolve(untouchedRoom), answer]
    const follower = createRoomStateStore({
      readRoom: () => reads.shift() ?? Promise.reject(new Error('our server is away')),
      schedule() {},
    })
    await follower.refresh()
    const reading = follower.refresh()
    follower.handleUpdate({ kind: 'changes', changes: [{ number: 1, change: hand('a') }] })
    resolve(untouchedRoom)
    await reading
    expect(follower.state.room?.hands).toHaveLength(1)
  })

  test('an own change that arrives by itself is not read', async () => {
    const { follower, change, pass, reads } = follow()
    await follower.refresh()
    const update = change(hand('a'))
    follower.expect(1)
    follower.handleUpdate(update)
    await pass()
    expect(follower.state.room?.hands).toHaveLength(1)
    expect(reads()).toBe(1)
  })

  test('an own change whose update is lost is read', async () => {
    const { follower, change, pass, reads } = follow()
    await follower.refresh()
    change(hand('a'))
    follower.expect(1)
    await pass()
    expect(follower.state.room?.hands).toHaveLength(1)
    expect(reads()).toBe(2)
  })

  test('what only the viewer sees of an own change is there at once', async () => {
    const { follower } = follow()
    await follower.refresh()
    follower.expect(0, { ownPace: 'slower' })
    expect(follower.state.room?.ownPace).toBe('slower')
  })

  test('a read keeps the parts that are unchanged', async () => {
    const { follower, change } = follow()
    change(hand('a'))
    await follower.refresh()
    const before = follower.state.room
    change({ kind: 'state_patch', patch: { locks: ['chat'] } })
    await follower.refresh()
    expect(follower.state.room).not.toBe(before)
    expect(follower.state.room?.hands).toBe(before?.hands)
  })

  test('is read again after a change that is too large for an update', async () => {
    const { follower, change, pass } = follow()
    await follower.refresh()
    const news = change(hand('a'))
    if (news.kind !== 'changes') throw new Error('no change')
    follower.handleUpdate({ kind: 'changes', changes: [{ number: 1, change: { kind: 'too_large' } }] })
    await pass()
    expect(follower.state.room?.hands).toHaveLength(1)
  })

  test('forwards reactions without storing them', async () => {
    const { follower } = follow()
    const seen: string[] = []
    follower.on('reaction', ({ reaction }) => seen.push(reaction))
    follower.handleUpdate({ kind: 'reaction', userId: 'a', reaction: 'heart' })
    expect(seen).toEqual(['heart'])
  })
})

function applied(changes: RoomChange[]): RoomState {
  return changes.reduce((state, change, index) => applyChange(state, index + 1, change), untouchedRoom)
}
