import { expect, test } from 'vitest'
import { matchNames, mentionAt } from './mention.ts'

test.each([
  ['Did it work, @m', 15, { from: 13, typed: 'm' }],
  ['@', 1, { from: 0, typed: '' }],
  ['a@b', 3, null],
  ['no', 2, null],
  ['@Mateo\nand', 10, null],
])('%j at %i', (text, caret, expected) => {
  expect(mentionAt(text, caret)).toEqual(expected)
})

test('names are found by any of their parts, whatever the case', () => {
  const names = ['Mateo Rivera', 'Mei Lin Chua', 'Noor Rahimi']
  expect(matchNames(names, 'm')).toEqual(['Mateo Rivera', 'Mei Lin Chua'])
  expect(matchNames(names, 'RI')).toEqual(['Mateo Rivera'])
  expect(matchNames(names, 'noor r')).toEqual(['Noor Rahimi'])
})
