import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { eachPage } from './every-page.ts'

/** Spreadsheets take a file without it for one in the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF'
const A_PAGE = 500

/**
 * Text that a spreadsheet could run, or that has the apostrophe that marks such text already. A formula begins with one
 * of `= + - @`, also in full width, whatever blanks or hidden characters stand before it; a tab or line break may be
 * dropped from the beginning (OWASP, "CSV Injection").
 */
const RUNNABLE = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u

/** Line breaks of every kind, separators of any country's spreadsheet, and what a reader might trim. */
const QUOTED = /[",;\t\r\n\v\f\u0085\u2028\u2029\uFEFF]|^\s|\s$/

/** What stands in each column of a row, by the column's name. */
export type Columns<T> = Record<string, (item: T) => string | number | null>

/**
 * A list as a CSV file in parts (RFC 4180, in UTF-8 with its mark), each a page that is read when it is asked for.
 * What a spreadsheet would run is written as text, with an apostrophe before it. A program that reads the file takes one
 * apostrophe off each cell that begins with apostrophes and then such a character, and has the text as it was.
 */
export async function* csvOf<T>(
  columns: Columns<T>,
  read: Parameters<typeof eachPage<T>>[0],
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + written([Object.keys(columns)])
  for await (const items of eachPage(read, A_PAGE)) {
    yield written(items.map((item) => Object.values(columns).map((valueIn) => valueIn(item) ?? '')))
  }
}

function written(rows: (string | number)[][]): string {
  return stringify(
    rows.map((row) => row.map((value) => (typeof value === 'string' ? asText(value) : value))),
    { quoted_match: QUOTED, record_delimiter: 'windows' },
  )
}

function asText(value: string): string {
  return RUNNABLE.test(value) ? `'${value}` : value
}
