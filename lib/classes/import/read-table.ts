import { pipeline } from 'node:stream/promises'
import { type Options, parse } from 'csv-parse'
import { Refusal } from '#lib/kernel/refusal.ts'
import { type DelimiterName, MAX_ROWS } from './api.ts'
import { delimiters, isSeparatorLine } from './separator-line.ts'

/** A row of a file with the lines in which it stands, counted from 1: more than one where a cell has line breaks. */
export type Row = { from: number; to: number; cells: string[] }

/** How many rows are handed on in one go. */
export const ROWS_AT_ONCE = 1000

/** A row that is longer is none: a quote was not closed. In characters, as the parser counts them. */
const LONGEST_ROW = 64 * 1024
const LINE_BREAK = /\r\n|\r|\n/g

/**
 * What csv-parse is told: RFC 4180, with any line break and blanks around cells; rows may differ in length, for each of
 * which csv-parse makes an error with its stack. A million empty lines would take 25 s of the process that way.
 */
export function csvOptions(delimiter: DelimiterName) {
  return {
    delimiter: delimiters[delimiter],
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    trim: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  }
}

/**
 * The rows of a CSV file, at most 1000 at a time, while it is read; empty lines, rows of empty cells and a first line
 * such as `sep=;` are left out.
 * It is read no further than 20,000 rows below the first one; rows of empty cells count.
 * @throws Refusal `invalid`: it is not UTF-8, a quote in it does not close where it should, or it has more rows
 */
export async function* readTable(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: DelimiterName,
): AsyncGenerator<Row[]> {
  // Lines of rows. Empty lines are counted by the parser.
  let lines = 0
  let rows = 0
  // Called while it parses: rows that nobody has taken yet are lost with an error, but their lines were counted.
  function placed(cells: string[]): Row | null {
    const from = nextLine()
    if (from === 1 && isSeparatorLine(cells)) {
      lines = 1
      return null
    }
    rows += 1
    if (rows > MAX_ROWS + 1) throw new Refusal('invalid', 'fileTooManyRows', { values: { most: MAX_ROWS } })
    const to = from + breaksIn(cells)
    lines += to - from + 1
    return cells.some((cell) => cell !== '') ? { from, to, cells } : null
  }
  const parser = parse({ ...csvOptions(delimiter), on_record: placed } as Options)
  const nextLine = () => 1 + lines + parser.info.empty_lines
  // What is wrong with the bytes comes out of the parser.
  const feeding = pipeline(decode(bytes), parser).catch(() => {})
  try {
    yield* inBatches(parser)
  } catch (error) {
    throw explainParseError(error, nextLine())
  } finally {
    parser.destroy()
    await feeding
  }
}

async function* inBatches(parsed: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let rows: Row[] = []
  for await (const row of parsed) {
    rows.push(row)
    if (rows.length < ROWS_AT_ONCE) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

/** UTF-8, with or without the mark at its beginning. @throws Refusal `invalid` */
async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true })
      // Text in UTF-16 without its mark is UTF-8 with a NUL beside each letter.
      if (text.includes('\0')) throw new TypeError('UTF-16')
      yield text
    }
    yield decoder.decode()
  } catch (error) {
    throw error instanceof TypeError ? new Refusal('invalid', 'fileNotUtf8') : error
  }
}

function breaksIn(cells: string[]): number {
  let count = 0
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.match(LINE_BREAK)?.length ?? 0
  }
  return count
}

const openQuote = ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE']
const strayQuote = ['CSV_INVALID_CLOSING_QUOTE', 'INVALID_OPENING_QUOTE']

/** What the parser says of the row that begins in the line. */
function explainParseError(error: unknown, line: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (openQuote.includes(code)) return new Refusal('invalid', 'fileQuoteOpen', { values: { line } })
  if (strayQuote.includes(code)) return new Refusal('invalid', 'fileQuoteStray', { values: { line } })
  return error
}
