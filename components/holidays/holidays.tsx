'use client'

import { CircleAlert, Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { readFields } from '#components/forms/read-fields.ts'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Input } from '#components/ui/input.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { Holiday } from '#lib/holidays/api.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { formatDay } from '#lib/time/format.ts'

type HolidaysProps = { holidays: Holiday[]; add: Action<Holiday>; remove: Action<object> }

/** The school's holidays, on which no class is held, to add and remove. */
export function Holidays({ holidays, add, remove }: HolidaysProps) {
  const t = useTranslations('series.holidaysPage')
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  const adding = useAction(add, ({ name }: Holiday) => {
    form.current?.reset()
    toast({ text: t('added', { name }) })
  })
  const removing = useAction(remove, () => {})
  const failure = adding.failure ?? removing.failure
  return (
    <div className="flex max-w-160 flex-col gap-5">
      <form
        ref={form}
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!adding.busy) adding.run(readFields(event.currentTarget))
        }}
      >
        <Field label={t('date')} error={adding.failure?.fields?.date}>
          {(control) => <Input {...control} type="date" name="date" required className="max-w-44" />}
        </Field>
        <Field label={t('name')} error={adding.failure?.fields?.name} className="min-w-48 flex-1">
          {(control) => (
            <LimitedInput {...control} name="name" required longest={MAX_LENGTH.holiday} autoComplete="off" />
          )}
        </Field>
        <Button type="submit" variant="primary" icon={<Plus />} busy={adding.busy} busyLabel={t('adding')}>
          {t('add')}
        </Button>
      </form>
      {failure && !failure.fields ? (
        <Banner tone="failure" icon={<CircleAlert />}>
          {failure.message}
        </Banner>
      ) : null}
      {holidays.length > 0 ? (
        <ul>
          {holidays.map(({ date, name }) => (
            <li key={date} className="flex items-center gap-4 border-b py-1.5 tabular-nums">
              <span className="w-40 flex-none text-text-2">
                {/* Noon in UTC, formatted in UTC, is always on the date itself. */}
                {formatDay(`${date}T12:00:00Z`, 'UTC')}
              </span>
              <span className="flex-1 font-medium">{name}</span>
              <IconButton
                label={t('remove', { name })}
                icon={<X />}
                disabled={removing.busy}
                onClick={() => {
                  removing.run({ date })
                  toast({ text: t('removed', { name }) })
                }}
              />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      )}
    </div>
  )
}
