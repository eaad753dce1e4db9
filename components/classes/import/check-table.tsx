'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { HeadCell, Table, TableHead } from '#components/ui/table.tsx'
import type { GoodRow } from '#lib/classes/import/api.ts'
import { CleanedValue } from './cleaned-value.tsx'
import { FixRow, LeftOutRow } from './fix-row.tsx'
import { lineRangeText } from './line-range-text.ts'
import type { CheckedFile } from './use-row-fixes.ts'

type CheckTableProps = {
  checked: CheckedFile
  /** Faulty rows come before the others. */
  faultyFirst: boolean
}

/** The rows that are faulty or were fixed here, and the first of the others. On phones each row is a card. */
export function CheckTable({ checked, faultyFirst: mendFirst }: CheckTableProps) {
  const t = useTranslations('classImport.check')
  const { preview, rowFixes: mending } = checked
  const table = useFocusOnFault()
  const shown = shownRows(checked)
  const moreFaulty = preview.counts.faulty - preview.faulty.length
  const good = preview.good.filter(({ lines }) => !mending.mends.has(lines.from))
  const rows = [
    ...shown,
    ...good.map((row) => ({ line: row.lines.from, cells: <ValidRow key={row.lines.from} row={row} /> })),
  ]
  const ordered = mendFirst ? rows : rows.toSorted((one, other) => one.line - other.line)
  const moreGood = preview.counts.rows - preview.counts.faulty - good.length - countFixed(checked)
  return (
    <>
      <Table ref={table} className="max-lg:block" aria-label={t('table')}>
        <TableHead className="max-lg:sr-only">
          <HeadCell className="w-18 pl-5">{t('line')}</HeadCell>
          <HeadCell className="w-[36%]">{t('email')}</HeadCell>
          <HeadCell>{t('name')}</HeadCell>
          <HeadCell className="w-[22%]">{t('seatKind')}</HeadCell>
          <HeadCell className="w-24 pr-5">
            <span className="sr-only">{t('actions')}</span>
          </HeadCell>
        </TableHead>
        <tbody className="max-lg:block">{ordered.map(({ cells }) => cells)}</tbody>
      </Table>
      {moreFaulty > 0 ? (
        <p className="px-5 py-2 text-sm text-text-2">{t('moreFaulty', { count: moreFaulty })}</p>
      ) : null}
      {moreGood > 0 ? (
        <p className="px-5 py-2.5 text-sm text-text-2">{t('moreGood', { count: moreGood })}</p>
      ) : null}
    </>
  )
}

/** Focuses the first fault, except on touch screens, where the keyboard would cover the rest. */
function useFocusOnFault() {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (!matchMedia('(pointer: fine)').matches) return
    table.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [])
  return table
}

type ShownRow = { line: number; cells: ReactNode }

/** Faulty, fixed and left-out rows by line. A row that is fixed keeps its position, so that the focus stays in it. */
function shownRows({ rowFixes: mending, preview, reading }: CheckedFile): ShownRow[] {
  const faulty = new Map(preview.faulty.map((row) => [row.lines.from, row]))
  const lines = new Set([...faulty.keys(), ...mending.mends.keys()])
  return [...lines]
    .toSorted((one, other) => one - other)
    .flatMap((line): ShownRow[] => {
      const mend = mending.mends.get(line)
      const row = faulty.get(line) ?? mend?.row
      if (!row) return []
      const undo = mend ? () => mending.undo(line) : null
      const cells =
        mend && mend.cells === null ? (
          <LeftOutRow key={line} row={mend.row} onUndo={() => mending.undo(line)} />
        ) : (
          <FixRow
            key={line}
            row={row}
            fix={mend ?? null}
            isFaulty={faulty.has(line)}
            meanings={reading.meanings}
            onFix={(changed) => mending.mend(row, changed)}
            onUndo={undo}
          />
        )
      return [{ line, cells }]
    })
}

function countFixed({ rowFixes: mending, preview }: CheckedFile): number {
  const faulty = new Set(preview.faulty.map(({ lines }) => lines.from))
  return [...mending.mends].filter(([line, { cells }]) => cells !== null && !faulty.has(line)).length
}

function ValidRow({ row }: { row: GoodRow }) {
  const t = useTranslations('classImport')
  const { lines, email, name, seatKind, status, cleaned } = row
  return (
    <tr className="border-b max-lg:grid max-lg:grid-cols-[3.5rem_minmax(0,1fr)] max-lg:gap-x-2 max-lg:px-5 max-lg:py-2 lg:h-10">
      <td className="text-text-2 tabular-nums max-lg:row-span-3 lg:pl-5">{lineRangeText(t, lines)}</td>
      <td className="truncate pr-3">
        <CleanedValue text={email} field="email" cleaned={cleaned} />
      </td>
      <td className="truncate pr-3 max-lg:text-sm max-lg:text-text-2">
        <CleanedValue text={name} field="name" cleaned={cleaned} />
      </td>
      <td className="truncate pr-3 max-lg:text-sm max-lg:text-text-2">
        {seatKind ? t(`seatKinds.${seatKind}`) : ''}
      </td>
      <td className="text-sm text-text-2 max-lg:col-start-2 max-lg:empty:hidden lg:pr-5 lg:text-right">
        {status === 'known' ? <span title={t('check.knownHint')}>{t('check.known')}</span> : null}
        {status === 'enrolled' ? t('check.inClass') : null}
      </td>
    </tr>
  )
}
