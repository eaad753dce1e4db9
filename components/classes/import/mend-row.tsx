'use client'

import { Check, CircleAlert, Undo2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Select } from '#components/ui/select.tsx'
import type { FaultyRow, Meaning } from '#lib/classes/import/api.ts'
import { changeCells, nameIn, valueIn } from './change-cells.ts'
import { CleanedValue } from './cleaned-value.tsx'
import { linesOf } from './lines-of.ts'
import { MendInput } from './mend-input.tsx'
import type { Mend } from './use-mending.ts'

type MendRowProps = {
  /** As it is now where it is faulty, else as it was. */
  row: FaultyRow
  mend: Mend | null
  isFaulty: boolean
  means: (Meaning | null)[]
  onMend: (cells: string[] | null) => void
  onUndo: (() => void) | null
}

const rowLook =
  'border-b align-top max-lg:grid max-lg:grid-cols-[3.5rem_minmax(0,1fr)_auto] max-lg:gap-x-2 max-lg:gap-y-1 max-lg:px-5 max-lg:py-2.5'

/** A row with a fault: what is wrong is mended where it stands, or the row is left out. */
export function MendRow({ row, mend, isFaulty, means, onMend, onUndo }: MendRowProps) {
  const t = useTranslations('enrolFile')
  const line = row.lines.from
  const was = mend?.row ?? row
  const cells = mend?.cells ?? row.cells
  const faultIn = (field: 'email' | 'name' | 'place') => {
    const fault = row.faults.find((one) => one.field === field)?.message
    const mended = was.faults.find((one) => one.field === field)?.message
    return isFaulty
      ? { fault, mended: undefined, is: Boolean(fault ?? mended) }
      : { fault: undefined, mended, is: Boolean(mended) }
  }
  const change = (field: 'email' | 'name' | 'place', value: string) => {
    const changed = changeCells(cells, means, field, value)
    if (changed) onMend(changed)
  }
  const whole = row.faults.find(({ field }) => field === 'row')?.message
  return (
    <tr className={classes(rowLook, isFaulty ? 'bg-bad-soft/45' : 'bg-ok-soft/45')}>
      <td className="font-medium tabular-nums max-lg:pt-2 lg:pt-3.5 lg:pl-5">{linesOf(t, row.lines)}</td>
      <Cell
        {...faultIn('email')}
        text={<CleanedValue text={row.email} field="email" cleaned={row.cleaned} />}
        extra={isFaulty ? whole : undefined}
      >
        {(control) => (
          <MendInput
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
          <MendInput
            {...control}
            label={t('check.nameOf', { line })}
            value={nameIn(cells, means)}
            onChange={(value) => change('name', value)}
          />
        )}
      </Cell>
      <Cell {...faultIn('place')} text={row.place ? t(`place.${row.place}`) : row.placeSaid}>
        {(control) => (
          <Select
            {...control}
            aria-label={t('check.placeOf', { line })}
            value={mend ? valueIn(cells, means, 'place') : ''}
            onChange={({ target }) => change('place', target.value)}
          >
            <option value="" disabled>
              {t('check.choosePlace')}
            </option>
            <option value="online">{t('place.online')}</option>
            <option value="in_person">{t('place.in_person')}</option>
          </Select>
        )}
      </Cell>
      <td className="max-lg:col-start-3 max-lg:row-start-1 lg:pt-2.5 lg:pr-5 lg:text-right">
        {isFaulty && onUndo ? (
          <IconButton label={t('check.undo', { line })} icon={<Undo2 />} onClick={onUndo} />
        ) : null}
        {/* One button, so that the focus stays on it when the row turns out to be mended. */}
        <IconButton
          label={isFaulty ? t('check.leaveOut', { line }) : t('check.undo', { line })}
          icon={isFaulty ? <X /> : <Undo2 />}
          onClick={() => (isFaulty ? onMend(null) : onUndo?.())}
        />
      </td>
    </tr>
  )
}

/** A row that was left out, which can come back. */
export function LeftOutRow({ row, onUndo }: { row: FaultyRow; onUndo: () => void }) {
  const t = useTranslations('enrolFile')
  const line = row.lines.from
  return (
    <tr className={classes(rowLook, 'text-text-2 lg:h-12')}>
      <td className="tabular-nums max-lg:pt-2 lg:pt-3.5 lg:pl-5">{linesOf(t, row.lines)}</td>
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
  /** Whether it is, or was, the cell that is wrong. */
  is: boolean
  fault: string | undefined
  mended: string | undefined
  text: ReactNode
  /** What is wrong with the row as a whole. */
  extra?: string
  children: (control: Control) => ReactNode
}

function Cell({ is, fault, mended, text, extra, children }: CellProps) {
  const t = useTranslations('enrolFile.check')
  const id = useId()
  return (
    <td className="min-w-0 py-2 pr-3 max-lg:col-start-2 max-lg:py-0">
      {is ? (
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
        {mended ? (
          <span className="mt-1 flex gap-1.5 text-ok-text">
            <Check className="mt-0.5 size-3.75 flex-none" />
            {t('mended', { fault: t('was', { fault: mended }) })}
          </span>
        ) : null}
      </span>
    </td>
  )
}
