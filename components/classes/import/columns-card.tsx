'use client'

import { ArrowRight, CircleAlert, FileSpreadsheet, MapPin, Monitor } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { classes } from '#components/ui/classes.ts'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import type { FileColumn } from '#lib/classes/import/api.ts'
import { COLUMN_MEANINGS } from './column-meanings.ts'
import type { ImportCourse } from './import-screen.tsx'
import type { RowFixes } from './use-row-fixes.ts'

type ColumnsCardProps = { course: ImportCourse; mending: RowFixes; onOther: () => void }

/** The chosen file and the meanings of its columns, or the reason why the file cannot be read. */
export function ColumnsCard({ course, mending, onOther }: ColumnsCardProps) {
  const t = useTranslations('classImport')
  const { source, preview, reading, sheets, failure, busy } = mending
  const hasSeatKinds = reading?.meanings.includes('seatKind')
  return (
    <Card className="flex flex-col">
      <div className="px-5 pt-4 pb-3.5">
        <h2 className="text-h3">{t('columns.title')}</h2>
        <p className="text-sm text-text-2">{t('columns.lead')}</p>
      </div>
      <div className="mx-5 mb-2 flex items-center gap-3 rounded-[12px] bg-canvas px-3.5 py-3">
        <span className="grid size-9 flex-none place-items-center rounded-[10px] border bg-surface text-text-2">
          {busy ? <Spinner /> : <FileSpreadsheet className="size-4.5 stroke-[1.75]" />}
        </span>
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{source?.name ?? t('choose.pasted')}</p>
          <p className="text-sm text-text-2 tabular-nums">
            {preview ? <FileFacts mending={mending} /> : null}
          </p>
        </div>
        <Button size="sm" onClick={onOther}>
          {t('columns.other')}
        </Button>
      </div>
      {sheets && sheets.names.length > 1 ? (
        <Field label={t('columns.sheet')} className="px-5 pb-3">
          {(control) => (
            <Select
              {...control}
              value={sheets.chosen}
              onChange={({ target }) => mending.chooseSheet(Number(target.value))}
            >
              {sheets.names.map((name, at) => (
                <option key={name} value={at}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      {failure ? (
        <div className="px-5 pb-4">
          <Banner tone="failure" icon={<CircleAlert />}>
            {failure.message || t('noAnswer')}
          </Banner>
        </div>
      ) : null}
      {preview && reading ? (
        <div className="px-5 pb-4">
          <div className="flex justify-between gap-3 border-b pt-2 pb-1.5 text-xs font-[550] text-text-2">
            <span>{t('columns.inFile')}</span>
            <span className="w-44">{t('columns.means')}</span>
          </div>
          {preview.columns.map((column, at) => (
            <ColumnRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is identified by its position in the file
              key={at}
              column={column}
              number={at + 1}
              means={reading.meanings[at] ?? null}
              hasBoth={course.hasBoth}
              onMatch={(meaning) => mending.match(at, meaning)}
            />
          ))}
          {course.hasBoth && !hasSeatKinds ? (
            <Field label={t('columns.everybody')} hint={t('columns.everybodyHint')} className="pt-4">
              {(control) => (
                <Select
                  {...control}
                  value={reading.defaultKind}
                  onChange={({ target }) =>
                    void mending.read({
                      ...reading,
                      defaultKind: target.value === 'in_person' ? 'in_person' : 'online',
                    })
                  }
                >
                  <option value="online">{t('seatKinds.online')}</option>
                  <option value="in_person">{t('seatKinds.in_person')}</option>
                </Select>
              )}
            </Field>
          ) : null}
          <p className="pt-3 text-sm text-text-2">{preview.header ? t('columns.kept') : null}</p>
        </div>
      ) : null}
    </Card>
  )
}

function FileFacts({ mending: { source, preview, sheets } }: { mending: RowFixes }) {
  const t = useTranslations('classImport.columns')
  if (!preview) return null
  const { rows } = preview.counts
  const sheet = sheets?.names[sheets.chosen]
  if (sheet !== undefined) return t('sheetRows', { rows, sheet })
  return source?.name ? t('file', { rows, delimiter: preview.delimiter }) : t('pasted', { rows })
}

type ColumnRowProps = {
  column: FileColumn
  number: number
  means: FileColumn['meaning']
  hasBoth: boolean
  onMatch: (meaning: FileColumn['meaning']) => void
}

function ColumnRow({ column, number, means, hasBoth, onMatch }: ColumnRowProps) {
  const t = useTranslations('classImport.columns')
  const name = column.name || t('unnamed', { number })
  return (
    <div className="border-b py-2.75 last-of-type:border-b-0">
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-sm text-text-2">{column.samples.join(', ')}</span>
        </span>
        <ArrowRight aria-hidden="true" className="size-3.75 flex-none text-text-2" />
        <Select
          className={classes('w-44 flex-none', means === null && 'text-text-2')}
          aria-label={t('choice', { name })}
          value={means ?? ''}
          onChange={({ target }) => onMatch(COLUMN_MEANINGS.find((one) => one === target.value) ?? null)}
        >
          {COLUMN_MEANINGS.filter((one) => hasBoth || one !== 'seatKind').map((one) => (
            <option key={one} value={one}>
              {t(`meanings.${one}`)}
            </option>
          ))}
          <option value="">{t('meanings.none')}</option>
        </Select>
      </div>
      {means === 'seatKind' ? <SeatKindValues values={column.values} /> : null}
    </div>
  )
}

function SeatKindValues({ values }: { values: FileColumn['values'] }) {
  const t = useTranslations('classImport')
  return (
    <ul className="mt-1.5 ml-auto flex w-44 flex-col gap-1 text-sm">
      {values.map(({ value, seatKind }) => (
        <li key={value} className="flex justify-between gap-2">
          <span className="truncate">{t('columns.value', { value })}</span>
          <span className="flex flex-none items-center gap-1.5">
            {seatKind === 'online' ? <Monitor className="size-3.5 text-text-2" /> : null}
            {seatKind === 'in_person' ? <MapPin className="size-3.5 text-text-2" /> : null}
            {seatKind ? t(`seatKinds.${seatKind}`) : t('columns.neither')}
          </span>
        </li>
      ))}
    </ul>
  )
}
