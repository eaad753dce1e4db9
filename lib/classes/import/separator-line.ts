import type { DelimiterName } from './api.ts'

/** What parts the cells of a row. */
export const delimiters: Record<DelimiterName, string> = { comma: ',', semicolon: ';', tab: '\t' }

const FIRST_LINE = /^\uFEFF?"?sep=([,;\t])"? *(?:\r|\n|$)/i
const FIRST_ROW = /^sep=[,;\t]?$/i

/** The delimiter that a first line such as `sep=;` tells spreadsheets, or null. */
export function readSeparatorLine(text: string): DelimiterName | null {
  const said = FIRST_LINE.exec(text)?.[1]
  return (Object.keys(delimiters) as DelimiterName[]).find((name) => delimiters[name] === said) ?? null
}

/** Whether a first row is such a line: at the delimiter that it names it falls into two cells. */
export function isSeparatorLine(cells: string[]): boolean {
  return cells.length <= 2 && FIRST_ROW.test(cells.join(''))
}
