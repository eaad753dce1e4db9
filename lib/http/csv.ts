import 'server-only'
import { stringify } from 'csv-stringify/sync'

/** Spreadsheets take a file without it for one in the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A CSV file in parts (RFC 4180). What a spreadsheet would run as a formula is written as text, with an apostrophe
 * before it (OWASP, "CSV Injection").
 * @param rows groups of rows, each as long as `columns`
 */
export async function* csvOf(columns: string[], rows: AsyncIterable<string[][]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + written([columns])
  for await (const group of rows) yield written(group)
}

function written(rows: string[][]): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: 'windows' })
}
