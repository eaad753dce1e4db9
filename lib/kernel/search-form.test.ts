import { expect, test } from 'vitest'
import { searchForm, searchWords } from './search-form.ts'

test.each([
  ['Jo\u00e3o', 'joao'],
  ['Joa\u0303o', 'joao'],
  ['O\u2019Brien', "o'brien"],
  ['Zo\u00eb \u00c5ngstr\u00f6m', 'zoe angstrom'],
  ['Zoe\u0308 A\u030angstro\u0308m', 'zoe angstrom'],
  ['STRA\u00dfE', 'strasse'],
  ['S\u00f8ren \u00c6b\u00f8', 'soren aebo'],
  ['\u0141ukasz', 'lukasz'],
  ['\u0130pek I\u015f\u0131k', 'ipek isik'],
  ['\u0110\u1ee9c', 'duc'],
  ['\u039d\u03af\u03ba\u03bf\u03c2', '\u03bd\u03b9\u03ba\u03bf\u03c3'],
  ['\u0401\u043b\u043a\u0438\u043d', '\u0435\u043b\u043a\u0438\u043d'],
  ['\uff21\uff4e\uff4e\uff41', 'anna'],
  ['\u05d9\u05b8\u05e2\u05b5\u05dc', '\u05d9\u05e2\u05dc'],
  ['\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f', '\u0645\u062d\u0645\u062f'],
  ['Anne\u2010Marie', 'anne-marie'],
  ['\u0639\u0644\u06cc\u200c\u0631\u0636\u0627', '\u0639\u0644\u06cc\u0631\u0636\u0627'],
])('%s is compared as %s', (name, form) => {
  expect(searchForm(name)).toBe(form)
})

test('vowel signs of Indic scripts are significant', () => {
  expect(searchForm('\u0915\u093f')).not.toBe(searchForm('\u0915\u0940'))
})

test('a search is split into words', () => {
  expect(searchWords('  Zo\u00eb\u00a0 \u00c5ngstr\u00f6m ')).toEqual(['zoe', 'angstrom'])
  expect(searchWords(' ')).toEqual([])
})
