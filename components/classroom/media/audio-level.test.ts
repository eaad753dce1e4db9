import { expect, test } from 'vitest'
import { litBars } from './audio-level.ts'

test.each([
  [0, 0],
  [0.0005, 0],
  [0.01, 2],
  [0.1, 5],
  [1, 6],
])('loudness %d lights %d of 6', (loudness, lit) => {
  expect(litBars(loudness, 6)).toBe(lit)
})
