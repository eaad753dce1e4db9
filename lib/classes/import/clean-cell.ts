/** A line break, a tab, another blank than the usual one, or several in a row. */
const UNCLEAN = /[^\S ]| {2}/

/** What a cell says in one line: each run of blanks, tabs and line breaks becomes one blank. */
export function cleanCell(cell: string): string {
  return UNCLEAN.test(cell) ? cell.replace(/\s+/g, ' ').trim() : cell
}
