import { expect, test } from 'vitest'
import { toTable } from './parse-pasted.ts'

test.each([
  ['ana@x.org\nkofi@x.org', '"ana@x.org",""\n"kofi@x.org",""'],
  ['ana@x.org, kofi@x.org; li@x.org', '"ana@x.org",""\n"kofi@x.org",""\n"li@x.org",""'],
  ['ana@x.org kofi@x.org', '"ana@x.org",""\n"kofi@x.org",""'],
  ['Ana Lima <ana@x.org>\r\nKofi <kofi@x.org>', '"ana@x.org","Ana Lima"\n"kofi@x.org","Kofi"'],
  ['Ana Lima <ana@x.org>, Kofi <kofi@x.org>', '"ana@x.org","Ana Lima"\n"kofi@x.org","Kofi"'],
  ['"Lima, Ana" <ana@x.org>; Lima, Bo <bo@x.org>', '"ana@x.org","Lima, Ana"\n"bo@x.org","Lima, Bo"'],
  ['kofi@x.org, Ana Lima <ana@x.org>, li@x.org', '"kofi@x.org",""\n"ana@x.org","Ana Lima"\n"li@x.org",""'],
  ['Ana Lima ana@x.org', '"ana@x.org","Ana Lima"'],
  ['ana.x.org\nkofi@x.org', '"ana.x.org",""\n"kofi@x.org",""'],
  ['Ana <ana>', '"ana","Ana"'],
  ['\n ; ,\n', ''],
])('addresses are found in %j', (pasted, text) => {
  expect(toTable(pasted)).toEqual({ text, isAddresses: true })
})

test('a table pasted from a spreadsheet is kept unchanged', () => {
  const text = 'Name\tE-Mail\nAna\tana@x.org'
  expect(toTable(text)).toEqual({ text, isAddresses: false })
})
