import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvOf } from './csv.ts'

type Cells = (string | number | null)[]

/** The file as an independent parser reads it. */
async function readBack(rows: Cells[]): Promise<string[][]> {
  const file = await fileOf(rows)
  const { data, errors } = Papa.parse<string[]>(file, { delimiter: ',' })
  expect(errors).toEqual([])
  const [head, ...read] = data.slice(0, -1)
  expect(head).toHaveLength(rows[0]?.length ?? 0)
  return read
}

async function fileOf(rows: Cells[]): Promise<string> {
  const columns = Object.fromEntries(
    (rows[0] ?? []).map((_, at) => [`column${at}`, (row: Cells) => row[at] ?? null]),
  )
  const parts = csvOf(columns, async () => ({ items: rows, nextCursor: null }))
  return (await Array.fromAsync(parts)).join('')
}

/** Reverses the escaping as the documentation of csvOf instructs. */
function withoutApostrophe(cell: string): string {
  return /^'+([\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u.test(cell) ? cell.slice(1) : cell
}

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...`"',;\t\n\r =+-@＝＋－＠\uFEFF\u200B\u2028\u0085a1é`, '\r\n', '👩‍🏫'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((letter) => letter !== '\0'),
  ),
})
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1 }))

test('values survive a round trip, except for the apostrophe before possible formulas', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const read = await readBack(rows)
      expect(read.map((cells) => cells.map(withoutApostrophe))).toEqual(rows)
    }),
    { numRuns: 1000 },
  )
})

test('a possible formula is never written unescaped', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      for (const cells of await readBack(rows))
        for (const cell of cells) expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/)
    }),
  )
})

describe('a cell in quotes', () => {
  test.each([
    ['a line feed', 'one\ntwo'],
    ['a carriage return', 'one\rtwo'],
    ['both', 'one\r\ntwo'],
    ['a line separator', 'one\u2028two'],
    ['a quote', 'the "one"'],
    ['a comma', 'one, two'],
    ['a semicolon, which separates cells in some spreadsheets', 'one;=two'],
    ['a tab', 'one\ttwo'],
    ['a leading space', ' one'],
    ['a trailing space', 'one '],
    ['a byte order mark', '\uFEFFone'],
  ])('%s', async (_, cell) => {
    expect(await fileOf([[cell, 'x']])).toContain(`"${cell.replaceAll('"', '""')}",x\r\n`)
  })

  test('a plain cell has no quotes', async () => {
    expect(await fileOf([['Zoë O’Brien', "O'Brien", 7, null]])).toMatch(/\r\nZoë O’Brien,O'Brien,7,\r\n$/)
  })
})

describe('an apostrophe before', () => {
  test.each([
    '=1',
    '+49',
    '-1',
    '@sum',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '\t=1',
    '\r1',
    '\n=1',
    ' =1',
    '\u200B=1',
  ])('%j', async (cell) => expect(await readBack([[cell]])).toEqual([[`'${cell}`]]))

  test.each([
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ["'twas", "'twas"],
    ["'", "'"],
    ['1=1', '1=1'],
  ])('%j is written as %j', async (cell, written) => expect(await readBack([[cell]])).toEqual([[written]]))

  test('a number needs no apostrophe', async () => expect(await readBack([[-1, 0]])).toEqual([['-1', '0']]))
})
