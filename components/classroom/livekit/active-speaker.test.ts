import { expect, test } from 'vitest'
import { type ActiveSpeakerState, nextActiveSpeaker, noActiveSpeaker } from './active-speaker.ts'

/** Hears each of `said` at its second. */
function hear(said: [second: number, loudest: string | null][]): ActiveSpeakerState {
  return said.reduce(
    (floor, [second, loudest]) => nextActiveSpeaker(floor, loudest, second * 1000),
    noActiveSpeaker,
  )
}

test.each<[string, [number, string | null][], string | null]>([
  ['nobody at first', [], null],
  [
    'a cough is no speech',
    [
      [0, 'mateo'],
      [1, null],
    ],
    null,
  ],
  [
    'two seconds are',
    [
      [0, 'mateo'],
      [2, 'mateo'],
    ],
    'mateo',
  ],
  [
    'a pause begins anew',
    [
      [0, 'mateo'],
      [1, null],
      [1.5, 'mateo'],
      [3, 'mateo'],
    ],
    null,
  ],
  [
    'who stops keeps the floor',
    [
      [0, 'mateo'],
      [2, 'mateo'],
      [9, null],
    ],
    'mateo',
  ],
  [
    'an interjection does not take it',
    [
      [0, 'mateo'],
      [2, 'mateo'],
      [3, 'yuki'],
      [4, 'mateo'],
    ],
    'mateo',
  ],
  [
    'a speech does',
    [
      [0, 'mateo'],
      [2, 'mateo'],
      [3, 'yuki'],
      [5, 'yuki'],
    ],
    'yuki',
  ],
])('%s', (_what, said, holder) => {
  expect(hear(said).speaker).toBe(holder)
})

test('who spoke is remembered, the latest first, once', () => {
  const floor = hear([
    [0, 'a'],
    [2, 'a'],
    [3, 'b'],
    [5, 'b'],
    [6, 'a'],
    [8, 'a'],
  ])
  expect(floor.recent).toEqual(['a', 'b'])
})

test('nothing new is the same object', () => {
  const floor = hear([
    [0, 'a'],
    [2, 'a'],
  ])
  expect(nextActiveSpeaker(floor, 'a', 9000)).toBe(floor)
  expect(nextActiveSpeaker(floor, null, 9000)).toBe(floor)
})
