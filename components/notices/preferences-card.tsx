'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { cityOf } from '#components/schedule/session/class-time.ts'
import { Card } from '#components/ui/card.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ActionResult } from '#lib/http/action-result.ts'
import type { Preferences } from '#lib/notices/api.ts'
import { zoneName } from '#lib/time/format.ts'

type Topic = Preferences['mutedByMail'][number]

export type ChangePreferencesAction = (input: Partial<Preferences>) => Promise<ActionResult<Preferences>>

type PreferencesCardProps = {
  topics: readonly Topic[]
  preferences: Preferences
  change: ChangePreferencesAction
  zone: string
  now: string
}

/** Choices of notices in the application and by e-mail, each saved at once. Needs the texts of `notices`. */
export function PreferencesCard({ topics, preferences, change, zone, now }: PreferencesCardProps) {
  const t = useTranslations('notices')
  const toast = useToast()
  const [shown, setShown] = useOptimistic(preferences)
  const [, startTransition] = useTransition()

  function choose(way: keyof Preferences, topic: Topic, wanted: boolean) {
    const others = shown[way].filter((muted) => muted !== topic)
    const input = { [way]: wanted ? others : [...others, topic] }
    startTransition(async () => {
      setShown({ ...shown, ...input })
      const result = await change(input)
      if (!result.ok) toast({ tone: 'failure', text: result.message })
    })
  }

  return (
    <Card className="p-5">
      <h2 className="text-h3" id="told">
        {t('preferences')}
      </h2>
      <table aria-labelledby="told" className="mt-1.5 w-full text-left">
        <thead className="text-xs text-text-2">
          <tr>
            <td />
            {[t('inApp'), t('byMail')].map((way) => (
              <th key={way} scope="col" className="h-6.5 w-12 text-center font-[550]">
                {way}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic} className="border-t">
              <th scope="row" className="h-11 font-normal tabular-nums">
                {t(`topics.${topic}`)}
              </th>
              <Choice
                label={t('inAppOf', { topic: t(`topics.${topic}`) })}
                checked={!shown.mutedInApp.includes(topic)}
                // Changes to the user's own classes cannot be turned off in the application.
                disabled={topic === 'changes'}
                onChange={(wanted) => choose('mutedInApp', topic, wanted)}
              />
              <Choice
                label={t('byMailOf', { topic: t(`topics.${topic}`) })}
                checked={!shown.mutedByMail.includes(topic)}
                onChange={(wanted) => choose('mutedByMail', topic, wanted)}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex items-center justify-between gap-3 border-t pt-3.5 text-sm">
        <span className="text-text-2">{t('zone', { zone: namesOf(zone, now) })}</span>
        <Link href="/account" className="link">
          {t('changeZone')}
        </Link>
      </div>
    </Card>
  )
}

/** `Berlin, CET`, or just `UTC` if both are the same. */
function namesOf(zone: string, now: string): string {
  return [...new Set([cityOf(zone), zoneName(now, zone)])].join(', ')
}

type ChoiceProps = {
  label: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

function Choice({ label, checked, disabled, onChange }: ChoiceProps) {
  return (
    <td className="text-center">
      <label className="grid h-11 cursor-pointer place-items-center has-disabled:cursor-not-allowed">
        <input
          type="checkbox"
          aria-label={label}
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          className="size-4.5 accent-text disabled:opacity-60"
        />
      </label>
    </td>
  )
}
