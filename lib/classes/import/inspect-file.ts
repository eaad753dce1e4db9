import { parse } from 'csv-parse/sync'
import type { DelimiterName, FileFormatQuery } from './api.ts'
import { type Columns, matchColumns } from './match-columns.ts'
import { csvOptions } from './read-table.ts'
import { delimiters, isSeparatorLine, readSeparatorLine } from './separator-line.ts'

/** How a file is read: said by whoever sends it, or guessed from its beginning. */
export type FileFormat = {
  delimiter: DelimiterName
  header: boolean
  columns: Columns
  /** The columns' names where the file has some, and its first rows. */
  columnNames: string[] | null
  sampleRows: string[][]
  /** How many cells a row has. */
  width: number
}

const LOOKED_AT = 20

/** How to read a file that begins with the text. A first row without an address in it names the columns. */
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

/** The one by which most rows come out equally wide, and then as wide as can be; a comma where nothing is parted. */
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

/** The first rows as far as they can be read; what is wrong further on is said when the file itself is read. */
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
