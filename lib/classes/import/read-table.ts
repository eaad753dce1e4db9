import { pipeline } from 'node:stream/promises'
import { type Options, parse } from 'csv-parse'
import { Refusal } from '#lib/kernel/refusal.ts'
import { type DelimiterName, MAX_ROWS } from './api.ts'
import { delimiters, isSeparatorLine } from './separator-line.ts'

/** A row of a file with its first and last line, counted from 1. Line breaks in cells make a row span several lines. */
export type Row = { from: number; to: number; cells: string[] }

/** Number of rows per batch. */
export const ROWS_AT_ONCE = 1000

/** A longer row indicates an unclosed quote. In characters, as the parser counts them. */
const LONGEST_ROW = 64 * 1024
const LINE_BREAK = /\r\n|\r|\n/g

/**
 * Options of csv-parse: RFC 4180, with any line break and whitespace around cells. Rows may differ in length: otherwise
 * csv-parse creates an error with a stack for each such row, which takes 25 s of CPU for a million empty lines.
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
 * Streams the rows of a CSV file in batches of at most 1000. Skips empty lines, rows of empty cells and a first line
 * such as `sep=;`. Stops after 20,000 rows below the first one; rows of empty cells count.
 * @throws Refusal `invalid`: not UTF-8, a misplaced or unclosed quote, or too many rows
 */
export async function* readTable(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: DelimiterName,
): AsyncGenerator<Row[]> {
  // Lines of rows, without empty lines, which the parser counts.
  let lines = 0
  let rows = 0
  // Called during parsing: an error discards rows that have not been read yet, but their lines are already counted.
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
  // Decoding errors surface through the parser.
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

/** Decodes UTF-8, with or without a byte order mark. @throws Refusal `invalid` */
async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true })
      // UTF-16 without a byte order mark decodes as UTF-8 with a NUL beside each letter.
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

/** Converts a parser error of the row that begins in the line into a refusal. Other errors stay unchanged. */
function explainParseError(error: unknown, line: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (openQuote.includes(code)) return new Refusal('invalid', 'fileQuoteOpen', { values: { line } })
  if (strayQuote.includes(code)) return new Refusal('invalid', 'fileQuoteStray', { values: { line } })
  return error
}
