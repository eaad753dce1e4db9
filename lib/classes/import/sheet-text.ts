export type SheetLimits = {
  /** Maximum number of rows below the first one. */
  maxRows: number
  /** Maximum size of the text, in bytes. */
  maxBytes: number
}

const MAX_COLUMNS = 500
const LONGEST_CELL = 500
/** A line separator that does not end a CSV line: each row of the sheet is one line, with the row's number. */
const BREAK_IN_CELL = '\u2028'

/**
 * A sheet as comma-separated CSV, one line per row. Line breaks within cells become U+2028. Dates are formatted as
 * 2027-08-17, followed by the time if there is one. Ends with the first row over the limit. Null if it is too large.
 */
export function sheetText(rows: unknown[][], { maxRows, maxBytes }: SheetLimits): string | null {
  const lines: string[] = []
  const width = rows.reduce((most, row) => Math.max(most, usedCells(row).length), 0)
  let size = 0
  let used = 0
  for (const row of rows) {
    const cells = usedCells(row)
    if (cells.length > 0) used += 1
    // The first row determines the width of the table: notes beside the table become columns without a name.
    const isFirst = used === 1 && cells.length > 0
    const line = (isFirst ? cells.concat(Array(width - cells.length).fill(null)) : cells)
      .map(written)
      .join(',')
    lines.push(line)
    size += Buffer.byteLength(line) + 1
    if (size > maxBytes) return null
    if (used > maxRows + 1) break
  }
  return lines.join('\n')
}

/** A row up to its last non-empty cell. */
function usedCells(row: unknown[]): unknown[] {
  const cells = row.slice(0, MAX_COLUMNS)
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null && cell !== '') + 1)
}

function written(cell: unknown): string {
  const text = textOf(cell).slice(0, LONGEST_CELL)
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`
}

function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell.replace(/\r\n?|\n/g, BREAK_IN_CELL).replaceAll('\0', '')
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') return String(cell)
  return cell instanceof Date && !Number.isNaN(cell.getTime()) ? dateText(cell) : ''
}

/** Spreadsheets have no time zones: the reader returns the displayed time as UTC. */
function dateText(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}
