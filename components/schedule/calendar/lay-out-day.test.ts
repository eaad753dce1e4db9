import { expect, test } from 'vitest'
import { layOutDay } from './lay-out-day.ts'

function at(name: string, start: number, end: number) {
  return { name, start: start * 60, end: end * 60 }
}

function laidOut(items: ReturnType<typeof at>[], mostLanes?: number) {
  const { placed, more } = layOutDay(items, mostLanes)
  return {
    placed: placed.map(({ item, lane, lanes }) => `${item.name} ${lane + 1}/${lanes}`),
    more: more.map(({ items, at }) => `${items.map(({ name }) => name).join()} at ${at / 60}`),
  }
}

test('consecutive sessions have the full width', () => {
  expect(laidOut([at('b', 10, 11), at('a', 9, 10)])).toEqual({ placed: ['a 1/1', 'b 1/1'], more: [] })
})

test('two overlapping sessions are side by side, and a separate one keeps its width', () => {
  expect(laidOut([at('a', 9, 11), at('b', 10, 12), at('c', 12, 13)])).toEqual({
    placed: ['a 1/2', 'b 2/2', 'c 1/1'],
    more: [],
  })
})

test('a free lane is used again', () => {
  expect(laidOut([at('a', 9, 12), at('b', 9, 10), at('c', 10, 11)])).toEqual({
    placed: ['a 1/2', 'b 2/2', 'c 2/2'],
    more: [],
  })
})

test('a third session at the same time is counted below', () => {
  expect(laidOut([at('a', 18, 19.5), at('b', 18.25, 19.75), at('c', 18.5, 20)])).toEqual({
    placed: ['a 1/2', 'b 2/2'],
    more: ['c at 19.75'],
  })
})

test('it is counted inside the group if the next session follows at once', () => {
  expect(laidOut([at('a', 9, 10), at('b', 9, 10), at('c', 9, 10), at('d', 10, 11)]).more).toEqual([
    'c at 9.5',
  ])
  expect(laidOut([at('a', 23, 24), at('b', 23, 24), at('c', 23, 24)]).more).toEqual(['c at 23.5'])
})

test('a wide day has more lanes', () => {
  const four = [at('a', 9, 10), at('b', 9, 10), at('c', 9, 10), at('d', 9, 10)]
  expect(laidOut(four, 4)).toEqual({ placed: ['a 1/4', 'b 2/4', 'c 3/4', 'd 4/4'], more: [] })
})

test('a day without sessions has no lanes', () => {
  expect(layOutDay([])).toEqual({ placed: [], more: [] })
})
