import { expect, test } from 'vitest'
import { sheetText } from './sheet-text.ts'

const limits = { maxRows: 20_000, maxBytes: 5 * 1024 * 1024 }

test.each<[string, unknown[][], string]>([
  [
    'one line per row',
    [
      ['E-mail', 'Name'],
      ['a@x.org', 'Ana'],
    ],
    '"E-mail","Name"\n"a@x.org","Ana"',
  ],
  ['empty rows keep their lines', [[], [null, ''], ['a@x.org']], '\n\n"a@x.org"'],
  ['quotes and commas', [['a"b', 'c,d', 'e;f']], '"a""b","c,d","e;f"'],
  ['line breaks within cells', [['a\nb\r\nc\rd']], '"a\u2028b\u2028c\u2028d"'],
  ['numbers', [[1, 0, -1.5, 1e21, 49_151_234_567]], '"1","0","-1.5","1e+21","49151234567"'],
  ['booleans', [[true, false]], '"TRUE","FALSE"'],
  ['a day', [[new Date('2027-08-17T00:00:00Z')]], '"2027-08-17"'],
  ['a time', [[new Date('2027-08-17T18:30:00Z')]], '"2027-08-17 18:30"'],
  ['an invalid date', [[new Date(Number.NaN), 'x']], ',"x"'],
  ['NUL characters', [['A\0na']], '"Ana"'],
  ['notes beside the table', [['E-mail'], ['a@x.org', null, 'a note']], '"E-mail",,\n"a@x.org",,"a note"'],
  ['empty cells', [['a', null, '', null]], '"a"'],
  ['nothing', [], ''],
])('%s', (_, rows, text) => {
  expect(sheetText(rows, limits)).toBe(text)
})

test('a cell far to the right does not give a line of thousands of cells', () => {
  const far = Array(16_384).fill(null).with(16_383, 'x')
  expect(sheetText([['a'], far], limits)).toBe('"a"\n')
})

test('the text ends with the first row over the limit, and is at most as large as a file may be', () => {
  const rows = Array.from({ length: 20 }, (_, at) => [`row ${at}`])
  expect(sheetText(rows, { ...limits, maxRows: 5 })?.split('\n')).toHaveLength(7)
  expect(sheetText(rows, { ...limits, maxBytes: 100 })).toBeNull()
  expect(sheetText([['x'.repeat(32_767)]], limits)).toHaveLength(502)
})
