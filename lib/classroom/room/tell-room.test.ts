import { expect, test } from 'vitest'
import type { RoomChange } from './api.ts'
import { batchesOf } from './tell-room.ts'

const quiet: RoomChange = { kind: 'quiet' }
const lowered = (letters: number): RoomChange => ({ kind: 'hands-lowered', userIds: ['x'.repeat(letters)] })

test('what is for everybody goes together, what is for some alone, in order', () => {
  const batches = batchesOf([
    { number: 1, change: quiet },
    { number: 2, change: quiet },
    { number: 3, change: quiet, to: ['leila'] },
    { number: 4, change: quiet },
    { number: 5, change: quiet, to: ['leila'] },
  ])
  expect(batches.map((batch) => batch.map(({ number }) => number))).toEqual([[1, 2], [3], [4], [5]])
})

test('no packet is larger than LiveKit takes, and what does not fit has to be read', () => {
  const batches = batchesOf([
    { number: 1, change: lowered(8_000) },
    { number: 2, change: lowered(8_000) },
    { number: 3, change: lowered(20_000) },
    { number: 4, change: quiet },
  ])
  expect(batches.map((batch) => batch.map(({ number }) => number))).toEqual([[1], [2, 3, 4]])
  expect(batches[1]?.[1]?.change).toEqual({ kind: 'large' })
  for (const batch of batches) expect(JSON.stringify(batch).length).toBeLessThan(15 * 1024)
})
