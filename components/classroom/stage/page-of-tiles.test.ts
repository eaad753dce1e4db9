import { expect, test } from 'vitest'
import type { ScreenSize } from '#components/classroom/ui/use-screen-size.ts'
import { gridShape, pageOf, pageOfTiles, tilesPerGridPage } from './page-of-tiles.ts'

const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

test.each([
  [0, { tiles: ['a', 'b', 'c'], page: 0, pages: 3 }],
  [2, { tiles: ['g'], page: 2, pages: 3 }],
  [9, { tiles: ['g'], page: 2, pages: 3 }],
  [-1, { tiles: ['a', 'b', 'c'], page: 0, pages: 3 }],
])('page %d of seven tiles by three', (page, expected) => {
  expect(pageOfTiles(seven, page, 3)).toEqual(expected)
})

test('no tiles give one empty page', () => {
  expect(pageOfTiles([], 0, 5)).toEqual({ tiles: [], page: 0, pages: 1 })
})

test('finds the page of a participant’s camera, not of their shared screen', () => {
  const tiles = [
    { identity: 'a', source: 'screen' as const },
    { identity: 'b', source: 'camera' as const },
    { identity: 'a', source: 'camera' as const },
  ]
  expect(pageOf(tiles, 'a', 2)).toBe(1)
  expect(pageOf(tiles, 'b', 2)).toBe(0)
  expect(pageOf(tiles, 'nobody', 2)).toBe(null)
})

test.each<[ScreenSize, number]>([
  ['tablet', 9],
  ['desktop', 9],
  ['wide', 16],
])('a %s grid has %d tiles a page', (size, tiles) => {
  expect(tilesPerGridPage(size)).toBe(tiles)
})

test.each<[number, ScreenSize, string]>([
  [1, 'desktop', '1×1'],
  [2, 'desktop', '2×1'],
  [4, 'desktop', '2×2'],
  [5, 'desktop', '3×2'],
  [9, 'desktop', '3×3'],
  [16, 'wide', '4×4'],
  [2, 'phone', '1×2'],
  [6, 'phone', '2×3'],
])('%d tiles on a %s are %s', (count, size, shape) => {
  const { columns, rows } = gridShape(count, size)
  expect(`${columns}×${rows}`).toBe(shape)
})
