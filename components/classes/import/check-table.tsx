'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import type { GoodRow } from '#lib/classes/import/api.ts'
import { CleanedValue } from './cleaned-value.tsx'
import { linesOf } from './lines-of.ts'
import { LeftOutRow, MendRow } from './mend-row.tsx'
import type { Checked } from './use-mending.ts'

type CheckTableProps = {
  checked: Checked
  /** Rows with a fault stand before the others. */
  mendFirst: boolean
}

/** The rows that are faulty or were mended here, and the first of the others; on phones each is a card. */
export function CheckTable({ checked, mendFirst }: CheckTableProps) {
  const t = useTranslations('enrolFile.check')
  const { preview, mending } = checked
  const table = useFocusOnFault()
  const shown = shownRows(checked)
  const moreFaulty = preview.counts.faulty - preview.faulty.length
  const good = preview.good.filter(({ lines }) => !mending.mends.has(lines.from))
  const rows = [
    ...shown,
    ...good.map((row) => ({ line: row.lines.from, cells: <Good key={row.lines.from} row={row} /> })),
  ]
  const ordered = mendFirst ? rows : rows.toSorted((one, other) => one.line - other.line)
  const moreGood = preview.counts.rows - preview.counts.faulty - good.length - mendedCount(checked)
  return (
    <>
      <table ref={table} className="block w-full table-fixed lg:table" aria-label={t('table')}>
        <thead className="text-left text-xs text-text-2 max-lg:sr-only">
          <tr className="border-b">
            <th scope="col" className="w-18 pb-2 pl-5 font-[550]">
              {t('line')}
            </th>
            <th scope="col" className="w-[36%] pb-2 font-[550]">
              {t('email')}
            </th>
            <th scope="col" className="pb-2 font-[550]">
              {t('name')}
            </th>
            <th scope="col" className="w-[22%] pb-2 font-[550]">
              {t('place')}
            </th>
            <th scope="col" className="w-24 pr-5 pb-2">
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-lg:block">{ordered.map(({ cells }) => cells)}</tbody>
      </table>
      {moreFaulty > 0 ? (
        <p className="px-5 py-2 text-sm text-text-2">{t('moreFaulty', { count: moreFaulty })}</p>
      ) : null}
      {moreGood > 0 ? (
        <p className="px-5 py-2.5 text-sm text-text-2">{t('moreGood', { count: moreGood })}</p>
      ) : null}
    </>
  )
}

/** The first thing to mend is where one goes on; on a touch screen the keyboard would cover the rest. */
function useFocusOnFault() {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (!matchMedia('(pointer: fine)').matches) return
    table.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [])
  return table
}

type Shown = { line: number; cells: ReactNode }

/** Faulty, mended and left out rows by line: a row that is mended keeps its place, and the focus stays in it. */
function shownRows({ mending, preview, reading }: Checked): Shown[] {
  const faulty = new Map(preview.faulty.map((row) => [row.lines.from, row]))
  const lines = new Set([...faulty.keys(), ...mending.mends.keys()])
  return [...lines]
    .toSorted((one, other) => one - other)
    .flatMap((line): Shown[] => {
      const mend = mending.mends.get(line)
      const row = faulty.get(line) ?? mend?.row
      if (!row) return []
      const undo = mend ? () => mending.undo(line) : null
      const cells =
        mend && mend.cells === null ? (
          <LeftOutRow key={line} row={mend.row} onUndo={() => mending.undo(line)} />
        ) : (
          <MendRow
            key={line}
            row={row}
            mend={mend ?? null}
            isFaulty={faulty.has(line)}
            means={reading.means}
            onMend={(changed) => mending.mend(row, changed)}
            onUndo={undo}
          />
        )
      return [{ line, cells }]
    })
}

function mendedCount({ mending, preview }: Checked): number {
  const faulty = new Set(preview.faulty.map(({ lines }) => lines.from))
  return [...mending.mends].filter(([line, { cells }]) => cells !== null && !faulty.has(line)).length
}

function Good({ row }: { row: GoodRow }) {
  const t = useTranslations('enrolFile')
  const { lines, email, name, place, standing, cleaned } = row
  return (
    <tr className="border-b max-lg:grid max-lg:grid-cols-[3.5rem_minmax(0,1fr)] max-lg:gap-x-2 max-lg:px-5 max-lg:py-2 lg:h-10">
      <td className="text-text-2 tabular-nums max-lg:row-span-3 lg:pl-5">{linesOf(t, lines)}</td>
      <td className="truncate pr-3">
        <CleanedValue text={email} field="email" cleaned={cleaned} />
      </td>
      <td className="truncate pr-3 max-lg:text-sm max-lg:text-text-2">
        <CleanedValue text={name} field="name" cleaned={cleaned} />
      </td>
      <td className="truncate pr-3 max-lg:text-sm max-lg:text-text-2">{place ? t(`place.${place}`) : ''}</td>
      <td className="text-sm text-text-2 max-lg:col-start-2 max-lg:empty:hidden lg:pr-5 lg:text-right">
        {standing === 'known' ? <span title={t('check.knownHint')}>{t('check.known')}</span> : null}
        {standing === 'already' ? t('check.inClass') : null}
      </td>
    </tr>
  )
}
