import type { DelimiterName } from '#lib/classes/import/api.ts'

type Lines = { from: number; to: number }

const delimiters: Record<DelimiterName, string> = { comma: ',', semicolon: ';', tab: '\t' }

/**
 * The text of a CSV file with one row replaced or left out. All other rows keep their line numbers.
 * @param lines the lines of the row, counted from 1
 */
export function replaceRow(
  text: string,
  { from, to }: Lines,
  cells: string[] | null,
  delimiter: DelimiterName,
): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const before = lines.slice(0, from - 1).join('')
  const after = lines.slice(to).join('')
  const row = cells ? writeRow(cells, delimiter) : ''
  // Empty lines are not rows: they replace the line breaks that the row has lost.
  const missing = to - from - breaksIn(row)
  const end = lines.length > to || cells === null ? '\n' : ''
  return before + row + '\n'.repeat(Math.max(missing, 0)) + end + after
}

function writeRow(cells: string[], delimiter: DelimiterName): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiters[delimiter])
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
