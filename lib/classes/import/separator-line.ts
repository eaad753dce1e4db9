import type { DelimiterName } from './api.ts'

/** Characters that separate the cells of a row. */
export const delimiters: Record<DelimiterName, string> = { comma: ',', semicolon: ';', tab: '\t' }

const FIRST_LINE = /^\uFEFF?"?sep=([,;\t])"? *(?:\r|\n|$)/i
const FIRST_ROW = /^sep=[,;\t]?$/i

/** The delimiter declared by a first line such as `sep=;`, or null. */
export function readSeparatorLine(text: string): DelimiterName | null {
  const said = FIRST_LINE.exec(text)?.[1]
  return (Object.keys(delimiters) as DelimiterName[]).find((name) => delimiters[name] === said) ?? null
}

/** Whether a first row is such a line. The delimiter that it declares splits it into two cells. */
export function isSeparatorLine(cells: string[]): boolean {
  return cells.length <= 2 && FIRST_ROW.test(cells.join(''))
}
