import writeWorkbook from 'write-excel-file/node'

type Cell = string | number | boolean | Date | null

/** An Excel file with these sheets, written by an independent library. */
export async function makeWorkbook(sheets: Record<string, Cell[][]>): Promise<Uint8Array<ArrayBuffer>> {
  const written = writeWorkbook(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      dateFormat: 'yyyy-mm-dd hh:mm',
      data: rows.map((cells) => cells.map((value) => (value === null ? null : { value }))),
    })),
  )
  return new Uint8Array(await written.toBuffer())
}
