'use client'

import { Check, CircleAlert, Undo2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Select } from '#components/ui/select.tsx'
import type { ColumnMeaning, FaultyRow } from '#lib/classes/import/api.ts'
import { changeCells, nameIn, valueIn } from './change-cells.ts'
import { CleanedValue } from './cleaned-value.tsx'
import { FixInput } from './fix-input.tsx'
import { lineRangeText } from './line-range-text.ts'
import type { RowFix } from './use-row-fixes.ts'

type FixRowProps = {
  /** The current row if it is faulty, otherwise the row before the fix. */
  row: FaultyRow
  fix: RowFix | null
  isFaulty: boolean
  meanings: (ColumnMeaning | null)[]
  onFix: (cells: string[] | null) => void
  onUndo: (() => void) | null
}

const rowStyles =
  'border-b align-top max-lg:grid max-lg:grid-cols-[3.5rem_minmax(0,1fr)_auto] max-lg:gap-x-2 max-lg:gap-y-1 max-lg:px-5 max-lg:py-2.5'

/** A faulty row, which can be fixed in place or left out. */
export function FixRow({ row, fix: mend, isFaulty, meanings: means, onFix: onMend, onUndo }: FixRowProps) {
  const t = useTranslations('classImport')
  const line = row.lines.from
  const was = mend?.row ?? row
  const cells = mend?.cells ?? row.cells
  const faultIn = (field: 'email' | 'name' | 'seatKind') => {
    const fault = row.faults.find((one) => one.field === field)?.message
    const isFixed = was.faults.find((one) => one.field === field)?.message
    return isFaulty
      ? { fault, fixed: undefined, isFaulty: Boolean(fault ?? isFixed) }
      : { fault: undefined, fixed: isFixed, isFaulty: Boolean(isFixed) }
  }
  const change = (field: 'email' | 'name' | 'seatKind', value: string) => {
    const changed = changeCells(cells, means, field, value)
    if (changed) onMend(changed)
  }
  const whole = row.faults.find(({ field }) => field === 'row')?.message
  return (
    <tr className={classes(rowStyles, isFaulty ? 'bg-bad-soft/45' : 'bg-ok-soft/45')}>
      <td className="font-medium tabular-nums max-lg:pt-2 lg:pt-3.5 lg:pl-5">
        {lineRangeText(t, row.lines)}
      </td>
      <Cell
        {...faultIn('email')}
        text={<CleanedValue text={row.email} field="email" cleaned={row.cleaned} />}
        extra={isFaulty ? whole : undefined}
      >
        {(control) => (
          <FixInput
            {...control}
            inputMode="email"
            label={t('check.emailOf', { line })}
            value={valueIn(cells, means, 'email')}
            onChange={(value) => change('email', value)}
          />
        )}
      </Cell>
      <Cell {...faultIn('name')} text={<CleanedValue text={row.name} field="name" cleaned={row.cleaned} />}>
        {(control) => (
          <FixInput
            {...control}
            label={t('check.nameOf', { line })}
            value={nameIn(cells, means)}
            onChange={(value) => change('name', value)}
          />
        )}
      </Cell>
      <Cell {...faultIn('seatKind')} text={row.seatKind ? t(`seatKinds.${row.seatKind}`) : row.seatKindText}>
        {(control) => (
          <Select
            {...control}
            aria-label={t('check.seatKindOf', { line })}
            value={mend ? valueIn(cells, means, 'seatKind') : ''}
            onChange={({ target }) => change('seatKind', target.value)}
          >
            <option value="" disabled>
              {t('check.chooseSeatKind')}
            </option>
            <option value="online">{t('seatKinds.online')}</option>
            <option value="in_person">{t('seatKinds.in_person')}</option>
          </Select>
        )}
      </Cell>
      <td className="max-lg:col-start-3 max-lg:row-start-1 lg:pt-2.5 lg:pr-5 lg:text-right">
        {isFaulty && onUndo ? (
          <IconButton label={t('check.undo', { line })} icon={<Undo2 />} onClick={onUndo} />
        ) : null}
        {/* One button for both states, so that it keeps the focus when the row turns out to be fixed. */}
        <IconButton
          label={isFaulty ? t('check.leaveOut', { line }) : t('check.undo', { line })}
          icon={isFaulty ? <X /> : <Undo2 />}
          onClick={() => (isFaulty ? onMend(null) : onUndo?.())}
        />
      </td>
    </tr>
  )
}

/** A row that was left out and can be restored. */
export function LeftOutRow({ row, onUndo }: { row: FaultyRow; onUndo: () => void }) {
  const t = useTranslations('classImport')
  const line = row.lines.from
  return (
    <tr className={classes(rowStyles, 'text-text-2 lg:h-12')}>
      <td className="tabular-nums max-lg:pt-2 lg:pt-3.5 lg:pl-5">{lineRangeText(t, row.lines)}</td>
      <td className="truncate pr-3 max-lg:pt-2 lg:pt-3.5">
        <s>{row.email}</s>
      </td>
      <td className="truncate pr-3 max-lg:col-start-2 lg:pt-3.5">{row.name}</td>
      <td className="pr-3 text-sm max-lg:col-start-2 lg:pt-3.5">{t('check.leftOut')}</td>
      <td className="max-lg:col-start-3 max-lg:row-start-1 lg:pt-2 lg:pr-5 lg:text-right">
        <IconButton label={t('check.undo', { line })} icon={<Undo2 />} onClick={onUndo} />
      </td>
    </tr>
  )
}

type Control = { 'aria-describedby': string; 'aria-invalid': true | undefined }

type CellProps = {
  /** Whether the cell is faulty, or was before the fix. */
  isFaulty: boolean
  fault: string | undefined
  fixed: string | undefined
  text: ReactNode
  /** The fault of the row as a whole. */
  extra?: string
  children: (control: Control) => ReactNode
}

function Cell({ isFaulty, fault, fixed, text, extra, children }: CellProps) {
  const t = useTranslations('classImport.check')
  const id = useId()
  return (
    <td className="min-w-0 py-2 pr-3 max-lg:col-start-2 max-lg:py-0">
      {isFaulty ? (
        children({ 'aria-describedby': id, 'aria-invalid': fault ? true : undefined })
      ) : (
        <span className="block truncate lg:py-1.5">{text}</span>
      )}
      <span id={id} className="block text-sm empty:hidden">
        {(fault ?? extra) ? (
          <span className="mt-1 flex gap-1.5 text-bad-text">
            <CircleAlert className="mt-0.5 size-3.75 flex-none" />
            {fault ?? extra}
          </span>
        ) : null}
        {fixed ? (
          <span className="mt-1 flex gap-1.5 text-ok-text">
            <Check className="mt-0.5 size-3.75 flex-none" />
            {t('fixed', { fault: t('was', { fault: fixed }) })}
          </span>
        ) : null}
      </span>
    </td>
  )
}
