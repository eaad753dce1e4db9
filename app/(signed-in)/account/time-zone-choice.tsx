'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useOptimistic, useTransition } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ActionResult } from '#lib/http/action-result.ts'

type TimeZoneChoiceProps = {
  /** The account's zone; null until a sign-in sets it. */
  own: string | null
  zones: string[]
  change: (input: { timeZone: string }) => Promise<ActionResult<unknown>>
}

/** The zone in which all times are shown; saved as soon as it is selected. */
export function TimeZoneChoice({ own, zones, change }: TimeZoneChoiceProps) {
  const t = useTranslations('account')
  const router = useRouter()
  const toast = useToast()
  const [shown, setShown] = useOptimistic(own)
  const [, startTransition] = useTransition()

  function choose(event: ChangeEvent<HTMLSelectElement>) {
    const timeZone = event.target.value
    startTransition(async () => {
      setShown(timeZone)
      const result = await change({ timeZone })
      toast(result.ok ? { text: t('zoneSaved') } : { tone: 'failure', text: result.message })
      router.refresh()
    })
  }

  return (
    <Field label={t('timeZone')} hint={t('timesHint')}>
      {(control) => (
        <Select {...control} value={shown ?? ''} onChange={choose}>
          {own === null ? <option value="">{t('notSet')}</option> : null}
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
