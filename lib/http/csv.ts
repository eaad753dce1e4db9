import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { eachPage } from './every-page.ts'

/** Spreadsheets take a file without it for one in the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF'
const A_PAGE = 500

/** What stands in each column of a row, by the column's name. */
export type Columns<T> = Record<string, (item: T) => string | number | null>

/**
 * A list as a CSV file in parts (RFC 4180), each a page that is read when it is asked for. What a spreadsheet would run as a formula is written as
 * text, with an apostrophe before it (OWASP, "CSV Injection").
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
  return stringify(rows, { escape_formulas: true, record_delimiter: 'windows' })
}
