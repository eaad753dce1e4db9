import { parse } from 'csv-parse/sync'
import type { DelimiterName, FileFormatQuery } from './api.ts'
import { type Columns, matchColumns } from './match-columns.ts'
import { csvOptions } from './read-table.ts'
import { delimiters, isSeparatorLine, readSeparatorLine } from './separator-line.ts'

/** How a file is read: as given in the request, or guessed from its beginning. */
export type FileFormat = {
  delimiter: DelimiterName
  header: boolean
  columns: Columns
  /** Column names if the file has a header, and its first rows. */
  columnNames: string[] | null
  sampleRows: string[][]
  /** Number of cells per row. */
  width: number
}

const LOOKED_AT = 20

/** The format of a file that begins with the text. A first row without an address is the header. */
export function inspectFile(
  beginning: string,
  { delimiter: said, header: saidHeader, ...columns }: Omit<FileFormatQuery, 'defaultSeatKind' | 'sheet'>,
): FileFormat {
  const delimiter = said ?? readSeparatorLine(beginning) ?? guessDelimiter(beginning)
  const rows = firstRows(beginning, delimiter)
  const header = saidHeader ?? !rows[0]?.some((cell) => cell.includes('@'))
  const names = header ? (rows[0] ?? []) : null
  const first = header ? rows.slice(1) : rows
  return {
    delimiter,
    header,
    columns: columns.email === undefined ? matchColumns(names, first) : columns,
    columnNames: names,
    sampleRows: first,
    width: names?.length ?? Math.max(0, ...rows.map((cells) => cells.length)),
  }
}

/** The delimiter with most rows of equal width, then with the widest rows; comma if none splits the rows. */
function guessDelimiter(beginning: string): DelimiterName {
  let best: { name: DelimiterName; score: number } = { name: 'comma', score: 0 }
  for (const name of Object.keys(delimiters) as DelimiterName[]) {
    const [head, ...others] = firstRows(beginning, name).map((cells) => cells.length)
    if (head === undefined || head < 2) continue
    const score = (1 + others.filter((width) => width === head).length) * 100 + head
    if (score > best.score) best = { name, score }
  }
  return best.name
}

/** The first rows, up to the first parse error. Errors are reported when the whole file is read. */
function firstRows(beginning: string, delimiter: DelimiterName): string[][] {
  const rows: string[][] = []
  try {
    parse(beginning, {
      ...csvOptions(delimiter),
      bom: true,
      to: LOOKED_AT,
      on_record(cells: string[], { records, empty_lines }) {
        if (records === 1 && empty_lines === 0 && isSeparatorLine(cells)) return null
        if (cells.some((cell) => cell !== '')) rows.push(cells)
        return null
      },
    })
  } catch {
    return rows
  }
  return rows
}
