import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { iteratePages } from './read-all-pages.ts'

/** Spreadsheets take a file without it for one in the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF'
const PAGE_SIZE = 500

/**
 * Text that a spreadsheet could run, or that has the apostrophe that marks such text already. A formula begins with one
 * of `= + - @`, also in full width, whatever blanks or hidden characters stand before it; a tab or line break may be
 * dropped from the beginning (OWASP, "CSV Injection").
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u

/** Line breaks of every kind, separators of any country's spreadsheet, and what a reader might trim. */
const NEEDS_QUOTES = /[",;\t\r\n\v\f\u0085\u2028\u2029\uFEFF]|^\s|\s$/

/** What stands in each column of a row, by the column's name. */
export type Columns<T> = Record<string, (item: T) => string | number | null>

/**
 * A list as a CSV file in parts (RFC 4180, in UTF-8 with its mark), each a page that is read when it is asked for.
 * What a spreadsheet would run is written as text, with an apostrophe before it. A program that reads the file takes one
 * apostrophe off each cell that begins with apostrophes and then such a character, and has the text as it was.
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
