import { expect, test } from 'vitest'
import { arrangeDays } from './arrange-days.ts'

const DAYS = ['2026-11-26', '2026-11-27']

function block(name: string, start: string, end: string) {
  return { name, start: `2026-11-${start}`, end: `2026-11-${end}` }
}

test('two sessions are side by side; a third is counted below them', () => {
  const blocks = [
    block('a', '26T18:00', '26T19:30'),
    block('b', '26T18:15', '26T19:45'),
    block('c', '26T18:30', '26T20:00'),
    block('d', '27T18:00', '27T19:00'),
  ]
  const { shown, more } = arrangeDays(blocks, DAYS, 2)
  expect(shown.map(({ name }) => name)).toEqual(['a', 'b', 'd'])
  expect(more).toEqual([
    { day: '2026-11-26', start: '2026-11-26T19:45', end: '2026-11-26T20:15', blocks: [blocks[2]] },
  ])
})

test('a session over midnight takes a lane on both days', () => {
  const blocks = [
    block('night', '26T23:00', '27T01:00'),
    block('a', '27T00:00', '27T01:00'),
    block('b', '27T00:30', '27T01:30'),
  ]
  const { shown, more } = arrangeDays(blocks, DAYS, 2)
  expect(shown.map(({ name }) => name)).toEqual(['night', 'a'])
  expect(more.map(({ day }) => day)).toEqual(['2026-11-27'])
})

test('a session that ends at midnight takes no lane on the next day', () => {
  const blocks = [block('a', '26T23:00', '27T00:00'), block('b', '27T00:00', '27T01:00')]
  expect(arrangeDays(blocks, DAYS, 1)).toEqual({ shown: blocks, more: [] })
})
