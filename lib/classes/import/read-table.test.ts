import { describe, expect, test } from 'vitest'
import type { DelimiterName } from './api.ts'
import { type Row, readTable } from './read-table.ts'

/** Splits a file into chunks of this many bytes, as it arrives over a network. */
async function* inParts(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(
  given: string | Uint8Array,
  delimiter: DelimiterName = 'comma',
  size = 7,
): Promise<Row[]> {
  const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given
  const rows: Row[] = []
  for await (const lot of readTable(inParts(bytes, size), delimiter)) rows.push(...lot)
  return rows
}

describe('rows with their lines', () => {
  test.each<[string, string, DelimiterName, [number, number, ...string[]][]]>([
    [
      'commas',
      'a,b\n1,2\n',
      'comma',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1', '2'],
      ],
    ],
    [
      'semicolons and CRLF',
      'a;b\r\n1;2\r\n',
      'semicolon',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1', '2'],
      ],
    ],
    [
      'tabs and CR',
      'a\tb\r1\t2',
      'tab',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1', '2'],
      ],
    ],
    [
      'different line breaks',
      'a,b\r\n1,2\n3,4\r5,6',
      'comma',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1', '2'],
        [3, 3, '3', '4'],
        [4, 4, '5', '6'],
      ],
    ],
    [
      'a byte order mark',
      '\uFEFFa,b\n1,2',
      'comma',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1', '2'],
      ],
    ],
    [
      'a quoted line break',
      'a,b\n"x\ny",2\n3,4',
      'comma',
      [
        [1, 1, 'a', 'b'],
        [2, 3, 'x\ny', '2'],
        [4, 4, '3', '4'],
      ],
    ],
    [
      'quoted CRLFs',
      'a,b\r\n"x\r\n\r\ny",2\r\n3,4',
      'comma',
      [
        [1, 1, 'a', 'b'],
        [2, 4, 'x\r\n\r\ny', '2'],
        [5, 5, '3', '4'],
      ],
    ],
    ['quoted separators and quotes', '"a,b","c""d"', 'comma', [[1, 1, 'a,b', 'c"d']]],
    [
      'empty lines',
      '\n\na,b\n\n , \n1,2\n\n',
      'comma',
      [
        [3, 3, 'a', 'b'],
        [6, 6, '1', '2'],
      ],
    ],
    [
      'rows of different length',
      'a,b\n1\n1,2,3',
      'comma',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1'],
        [3, 3, '1', '2', '3'],
      ],
    ],
    ['whitespace around cells', ' a , "b" \n', 'comma', [[1, 1, 'a', 'b']]],
    ['letters of several bytes', 'Zoë,Łukasz,🐪\n', 'comma', [[1, 1, 'Zoë', 'Łukasz', '🐪']]],
    ['nothing', '', 'comma', []],
    ...['sep=;', '"sep=;"', 'SEP=;', '\uFEFFsep=;', '\uFEFF"sep=;"'].map(
      (line): [string, string, DelimiterName, [number, number, ...string[]][]] => [
        `a first line ${JSON.stringify(line)}`,
        `${line}\r\na;b\r\n1;2`,
        'semicolon',
        [
          [2, 2, 'a', 'b'],
          [3, 3, '1', '2'],
        ],
      ],
    ),
    ['a first line that declares a tab', 'sep=\t\na\tb', 'tab', [[2, 2, 'a', 'b']]],
    [
      'a first line that declares a delimiter other than the chosen one',
      'sep=;\na,b',
      'comma',
      [[2, 2, 'a', 'b']],
    ],
    [
      'the same in a later line',
      'a;b\nsep=;',
      'semicolon',
      [
        [1, 1, 'a', 'b'],
        [2, 2, 'sep=', ''],
      ],
    ],
    ['the same in quotes, with more', '"sep=;x"', 'comma', [[1, 1, 'sep=;x']]],
  ])('%s', async (_, text, delimiter, expected) => {
    const rows = expected.map(([from, to, ...cells]) => ({ from, to, cells }))
    for (const size of [1, 7, 1000]) expect(await read(text, delimiter, size)).toEqual(rows)
  })

  test('10,000 rows, in batches', async () => {
    const text = Array.from({ length: 10_000 }, (_, at) => `person${at}@school.test;"Person\n${at}"`).join(
      '\n',
    )
    const lots: number[] = []
    for await (const lot of readTable(inParts(new TextEncoder().encode(text), 65_536), 'semicolon')) {
      lots.push(lot.length)
      if (lots.length === 10) expect(lot.at(-1)).toMatchObject({ from: 19_999, to: 20_000 })
    }
    expect(lots).toEqual(Array.from({ length: 10 }, () => 1000))
  })
})

describe('a large file', () => {
  test('with a million empty lines gives no rows for them, but counts their lines', async () => {
    const rows = await read(
      `a,b\n${'\n'.repeat(1_000_000)}1,2\r\n${'\r\n'.repeat(10)} \n3,4`,
      'comma',
      65_536,
    )
    expect(rows.map(({ from, cells }) => [from, ...cells])).toEqual([
      [1, 'a', 'b'],
      [1_000_002, '1', '2'],
      [1_000_014, '3', '4'],
    ])
  })

  test('may have 20,000 rows below its first one', async () => {
    const text = `a,b\n${'1,2\n\n'.repeat(20_000)}`
    expect(await read(text, 'comma', 65_536)).toHaveLength(20_001)
    expect(await read(`sep=,\n${text}`, 'comma', 65_536)).toHaveLength(20_001)
    await expect(read(`${text}3,4\n`, 'comma', 65_536)).rejects.toMatchObject({
      code: 'invalid',
      reason: 'fileTooManyRows',
      details: { values: { most: 20_000 } },
    })
  })

  test.each(['1,2\n', ',,\n', '""\n'])(
    'is not read further: an endless file of %j stops at the limit',
    async (row) => {
      const part = new TextEncoder().encode(row.repeat(1000))
      async function* endless() {
        for (;;) yield part
      }
      const reading = (async () => {
        for await (const _ of readTable(endless(), 'comma'));
      })()
      await expect(reading).rejects.toMatchObject({ reason: 'fileTooManyRows' })
    },
  )
})

describe('a file is refused, with the line of the fault:', () => {
  test.each([
    ['a stray quote after empty lines', '\n\na,b\n\n1,"2"x\n', 'fileQuoteStray', 5],
    ['a quote that never closes', 'a,b\n1,2\n3,"4\n5,6\n', 'fileQuoteOpen', 3],
    ['an unclosed quote after a quoted line break', 'a,b\n"x\ny",2\n"3,4\n5,6\n', 'fileQuoteOpen', 4],
    [
      'an unclosed quote long before the end of the file',
      `a,b\n"1,2\n${'3,4\n'.repeat(50_000)}`,
      'fileQuoteOpen',
      2,
    ],
    ['a quote that closes within a cell', 'a,b\n1,"2"x\n', 'fileQuoteStray', 2],
    ['a quote that opens within a cell', 'a,b\n1,2\nO"Brien,2\n', 'fileQuoteStray', 3],
    ['a quote that the next row closes', 'a,b\n"1,"2"\n"3","4"\n', 'fileQuoteStray', 2],
  ])('%s', async (_, text, reason, line) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'invalid', reason, details: { values: { line } } })
  })

  test.each([
    ['UTF-16, little-endian', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le')],
    ['UTF-16, big-endian', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le').swap16()],
    ['UTF-16 without a byte order mark', Buffer.from('a,b\n1,2\n', 'utf16le')],
    ['Windows-1252', Buffer.from('Zoë,1\n', 'latin1')],
    ['a truncated character', Buffer.from('Zoë').subarray(0, 3)],
  ])('%s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'invalid', reason: 'fileNotUtf8' })
  })
})
