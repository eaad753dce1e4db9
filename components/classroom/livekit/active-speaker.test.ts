import { expect, test } from 'vitest'
import { type ActiveSpeakerState, nextActiveSpeaker, noActiveSpeaker } from './active-speaker.ts'

/** The state after each loudest participant of `said` at its second. */
function hear(said: [second: number, loudest: string | null][]): ActiveSpeakerState {
  return said.reduce(
    (floor, [second, loudest]) => nextActiveSpeaker(floor, loudest, second * 1000),
    noActiveSpeaker,
  )
}

test.each<[string, [number, string | null][], string | null]>([
  ['there is no active speaker at first', [], null],
  [
    'a short sound does not make an active speaker',
    [
      [0, 'mateo'],
      [1, null],
    ],
    null,
  ],
  [
    'two seconds of speech do',
    [
      [0, 'mateo'],
      [2, 'mateo'],
    ],
    'mateo',
  ],
  [
    'a pause restarts the two seconds',
    [
      [0, 'mateo'],
      [1, null],
      [1.5, 'mateo'],
      [3, 'mateo'],
    ],
    null,
  ],
  [
    'an active speaker who stops stays the active speaker',
    [
      [0, 'mateo'],
      [2, 'mateo'],
      [9, null],
    ],
    'mateo',
  ],
  [
    'an interjection does not replace the active speaker',
    [
      [0, 'mateo'],
      [2, 'mateo'],
      [3, 'yuki'],
      [4, 'mateo'],
    ],
    'mateo',
  ],
  [
    'two seconds of another speaker do',
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

test('recent speakers are listed once each, latest first', () => {
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

test('an event without effect returns the same object', () => {
  const floor = hear([
    [0, 'a'],
    [2, 'a'],
  ])
  expect(nextActiveSpeaker(floor, 'a', 9000)).toBe(floor)
  expect(nextActiveSpeaker(floor, null, 9000)).toBe(floor)
})
