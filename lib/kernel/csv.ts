import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { iteratePages } from './read-all-pages.ts'

/** Without it, spreadsheets read the file in the system's legacy code page. */
const BYTE_ORDER_MARK = '\uFEFF'
const PAGE_SIZE = 500

/**
 * Text that a spreadsheet could run, or that already has the apostrophe that marks such text. A formula begins with
 * one of `= + - @`, also in full width, after any spaces or invisible characters; a leading tab or line break may
 * be dropped (OWASP, "CSV Injection").
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u

/** All line breaks, separators of any locale's spreadsheets, and characters that a reader might trim. */
const NEEDS_QUOTES = /[",;\t\r\n\v\f\u0085\u2028\u2029\uFEFF]|^\s|\s$/

/** The cell of each column in a row, by column name. */
export type Columns<T> = Record<string, (item: T) => string | number | null>

/**
 * A list as a CSV file in parts (RFC 4180, UTF-8 with byte order mark); each part is a page, read on demand. Text
 * that a spreadsheet would run gets an apostrophe before it. To get the original text, a program removes one
 * apostrophe from each cell that begins with apostrophes and then such a character.
 */
export async function* csvOf<T>(
  columns: Columns<T>,
  read: Parameters<typeof iteratePages<T>>[0],
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + formatRows([Object.keys(columns)])
  for await (const items of iteratePages(read, PAGE_SIZE)) {
    yield formatRows(items.map((item) => Object.values(columns).map((valueIn) => valueIn(item) ?? '')))
  }
}

function formatRows(rows: (string | number)[][]): string {
  return stringify(
    rows.map((row) => row.map((value) => (typeof value === 'string' ? escapeFormula(value) : value))),
    { quoted_match: NEEDS_QUOTES, record_delimiter: 'windows' },
  )
}

function escapeFormula(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value
}
