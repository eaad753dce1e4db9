'use client'

import { useRef, useState } from 'react'
import type { ColumnMeaning, FaultyRow, ImportPreview } from '#lib/classes/import/api.ts'
import type { ReadOptions } from './import-api.ts'
import { recallMeanings, rememberMeanings } from './remembered-columns.ts'
import { replaceRow } from './replace-row.ts'
import { useCheck } from './use-check.ts'

/** A row that was changed here: the row before, and its new cells. Null means that the row is left out. */
export type RowFix = { row: FaultyRow; cells: string[] | null }

/** The chosen file or pasted text, and its name if it has one. */
export type Source = { name: string | null; content: Blob | string }

/** The non-empty sheets of an Excel file by name, and the index of the sheet that is read. */
export type Sheets = { names: string[]; chosen: number }

/** The state of the file that is checked and fixed: its text, its columns and its changed rows. */
export function useRowFixes(classId: string) {
  const { preview, failure, busy, check, clear } = useCheck(classId)
  const [source, setSource] = useState<Source | null>(null)
  const [reading, setReading] = useState<ReadOptions | null>(null)
  const [sheets, setSheets] = useState<Sheets | null>(null)
  const [fixes, setFixes] = useState<ReadonlyMap<number, RowFix>>(new Map())
  // A ref, since two rows may be fixed before the check of the first is done.
  const text = useRef('')

  async function open(opened: Source, sheet?: number): Promise<void> {
    clear()
    setSource(opened)
    setReading(null)
    // The choice of sheets stays visible if another sheet cannot be read.
    setSheets(sheets && sheet !== undefined ? { ...sheets, chosen: sheet } : null)
    setFixes(new Map())
    const guessed = await check({ content: opened.content, reading: null, sheet })
    if (!guessed) return
    // From here on, an Excel file is replaced by the text of its sheet, in which rows can be fixed.
    text.current = guessed.workbook?.text ?? (await textOf(opened))
    setSheets(guessed.workbook && { names: guessed.workbook.sheets, chosen: guessed.workbook.sheet })
    const { delimiter, header } = guessed
    const means = recallMeanings(guessed)
    const first: ReadOptions = { delimiter, header, meanings: means, defaultKind: 'online' }
    setReading(first)
    if (means.some((meaning, at) => meaning !== guessed.columns[at]?.meaning)) await read(first)
  }

  function chooseSheet(sheet: number): void {
    if (source) void open(source, sheet)
  }

  async function read(next: ReadOptions): Promise<void> {
    setReading(next)
    if (next.meanings.includes('email')) await check({ content: text.current, reading: next })
  }

  /** Each meaning belongs to at most one column. */
  function match(column: number, meaning: ColumnMeaning | null): void {
    if (!reading || !preview) return
    const means = reading.meanings.map((one, at) => (at === column ? meaning : one === meaning ? null : one))
    rememberMeanings(preview, means)
    void read({ ...reading, meanings: means })
  }

  function rewrite(row: FaultyRow, cells: string[] | null): void {
    if (!reading) return
    text.current = replaceRow(text.current, row.lines, cells, reading.delimiter)
    void check({ content: text.current, reading })
  }

  function mend(row: FaultyRow, cells: string[] | null): void {
    const first = fixes.get(row.lines.from)?.row ?? row
    setFixes(new Map(fixes).set(row.lines.from, { row: first, cells }))
    rewrite(first, cells)
  }

  function undo(line: number): void {
    const rest = new Map(fixes)
    const undone = rest.get(line)
    rest.delete(line)
    setFixes(rest)
    if (undone) rewrite(undone.row, undone.row.cells)
  }

  function close(): void {
    clear()
    setSource(null)
  }

  return {
    source,
    reading,
    sheets,
    preview,
    failure,
    busy,
    mends: fixes,
    open,
    chooseSheet,
    read,
    match,
    mend,
    undo,
    close,
    /** The text to enrol from. */
    content: () => text.current,
  }
}

async function textOf({ content }: Source): Promise<string> {
  return typeof content === 'string' ? content : content.text()
}

export type RowFixes = ReturnType<typeof useRowFixes>
export type CheckedFile = { rowFixes: RowFixes; preview: ImportPreview; reading: ReadOptions }
