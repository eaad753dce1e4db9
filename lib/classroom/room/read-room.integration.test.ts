import { expect, test } from 'vitest'
import { raiseHand } from '#lib/classroom/hands/raise-hand.ts'
import { afterFirstRead } from '#scripts/testing/after-first-read.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { applyChange } from './apply-change.ts'
import { readRoom } from './read-room.ts'
import type { RoomChange } from './room-update.ts'

test('a hand that is raised during a read is in the state, or is published with a higher number', async () => {
  const { school, sessionId, noor, karim } = await startTestClass({ begun: true })
  const database = afterFirstRead(school.database, ['classroom', 'roomMember'], () =>
    raiseHand(school.as(karim), { sessionId }),
  )
  const read = await readRoom({ ...school.as(noor), database }, { sessionId })
  const hand = { userId: karim.id, name: 'Karim', seatKind: 'online' as const, since: '' }
  const told: RoomChange = { kind: 'hand_raised', hand }
  const shown = read.number < 1 ? applyChange(read, 1, told) : read
  expect(shown).toMatchObject({ number: 1, hands: [{ userId: karim.id }] })
})
