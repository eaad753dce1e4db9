import { expect, test } from 'vitest'
import { changeCells, nameIn } from './change-cells.ts'

test('one value is changed, and a short row is extended as needed', () => {
  expect(changeCells(['a@x', 'Ana'], ['email', 'name', 'seatKind'], 'email', 'a@x.org')).toEqual([
    'a@x.org',
    'Ana',
  ])
  expect(changeCells(['a@x'], ['email', null, 'seatKind'], 'seatKind', 'room')).toEqual(['a@x', '', 'room'])
})

test('a full name goes into the first column with names', () => {
  const means = ['lastName', 'firstName', 'email'] as const
  const changed = changeCells(['Lima', '', 'a@x.org'], [...means], 'name', 'Ana Lima')
  expect(changed).toEqual(['', 'Ana Lima', 'a@x.org'])
  expect(nameIn(changed ?? [], [...means])).toBe('Ana Lima')
})

test('a value without a column cannot be changed', () => {
  expect(changeCells(['a@x.org'], ['email'], 'name', 'Ana')).toBeNull()
})
