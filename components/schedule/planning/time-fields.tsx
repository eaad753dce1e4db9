'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cityOf } from '#components/schedule/session/class-time.ts'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { keepDuration } from './keep-duration.ts'

type TimeFieldsProps = {
  /** The IANA zone of the times; null while no class is chosen. */
  zone: string | null
  date: string
  start?: string
  end?: string
  faults: Record<string, string>
}

/** The date and times of a session on the clocks of its class's zone. A change of the start moves the end. */
export function TimeFields({ zone, faults, ...given }: TimeFieldsProps) {
  const t = useTranslations('admin.time')
  const [start, setStart] = useState(given.start ?? '')
  const [end, setEnd] = useState(given.end ?? keepDuration({ start: '', end: '' }, start))

  function move(next: string) {
    setEnd(keepDuration({ start, end }, next))
    setStart(next)
  }

  return (
    <fieldset className="flex flex-col gap-5">
      <Field label={t('date')} error={faults.date}>
        {(control) => <Input {...control} type="date" name="date" required defaultValue={given.date} />}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('start')} error={faults.start ?? faults.startsAt}>
          {(control) => (
            <Input
              {...control}
              type="time"
              name="start"
              required
              value={start}
              onChange={(event) => move(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('end')} error={faults.end ?? faults.endsAt}>
          {(control) => (
            <Input
              {...control}
              type="time"
              name="end"
              required
              value={end}
              onChange={(event) => setEnd(event.target.value)}
            />
          )}
        </Field>
      </div>
      <p className="-mt-3 text-sm text-text-2" aria-live="polite">
        {end !== '' && end < start ? `${t('nextDay')} ` : null}
        {zone ? t('zone', { place: cityOf(zone) }) : null}
      </p>
      <input type="hidden" name="timeZone" value={zone ?? ''} />
    </fieldset>
  )
}
