import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { userId as toUserId } from '#lib/kernel/ids.ts'
import { untouchedRoom } from '#scripts/testing/untouched-room.ts'
import type { Hand, RoomState } from './api.ts'
import { applyChange } from './apply-change.ts'
import type { RoomChange } from './room-update.ts'

const since = '2027-01-01T10:00:00.000Z'
const person = (name: string) => ({ userId: toUserId.parse(randomUUID()), name, since })
const [noor, karim] = [person('Noor'), person('Karim')]
const hand = (of: typeof noor): Hand => ({ ...of, seatKind: 'online' })

/** A room in which both students hold everything that a student can hold. */
const full: RoomState = {
  ...untouchedRoom,
  number: 7,
  hands: [hand(noor), hand(karim)],
  exceptions: [noor, karim].map(({ userId }) => ({ userId, locks: ['screen'] })),
  assistants: [noor, karim].map((person) => ({ ...person, assistantPermissions: ['mute'] })),
  audioOnly: [noor.userId, karim.userId],
  lobby: [noor, karim],
  floor: noor,
  spotlight: noor.userId,
}

test('a removed person has nothing left in the room, and others keep everything', () => {
  const left: RoomState = {
    ...full,
    number: 8,
    hands: [hand(karim)],
    exceptions: full.exceptions.slice(1),
    assistants: full.assistants.slice(1),
    audioOnly: [karim.userId],
    lobby: [karim],
    floor: null,
    spotlight: null,
  }
  expect(applyChange(full, 8, { kind: 'participant_removed', userId: noor.userId })).toEqual(left)
  expect(applyChange(left, 9, { kind: 'participant_removed', userId: 'somebody else' })).toEqual({
    ...left,
    number: 9,
  })
})

test('the hand of the new speaker is lowered', () => {
  const { hands } = applyChange(full, 8, { kind: 'state_patch', patch: { floor: karim } })
  expect(hands).toEqual([hand(noor)])
})

test.each<RoomChange>([
  { kind: 'hand_raised', hand: hand(noor) },
  { kind: 'hands_lowered', userIds: [noor.userId] },
  { kind: 'participant_removed', userId: noor.userId },
  { kind: 'state_patch', patch: { floor: noor, locks: ['chat'] } },
  { kind: 'not_visible' },
])('applying a change again makes no difference: $kind', (change) => {
  const once = applyChange(full, 8, change)
  expect(applyChange(once, 8, change)).toEqual(once)
})
