import { useTranslations } from 'next-intl'
import type { Action } from '#components/forms/use-action.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import type { WaitlistEntry } from '#lib/sessions/api.ts'
import { formatDay } from '#lib/time/format.ts'
import { RemoveFromWaitlist } from './remove-from-waitlist.tsx'

type WaitlistProps = {
  sessionId: string
  entries: WaitlistEntry[]
  zone: string
  /** Removes a student from the waitlist; null for viewers who may not. */
  removeFromWaitlist: Action<unknown> | null
}

/** The waitlist of a session, by position. */
export function Waitlist({ sessionId, entries: waiting, zone, removeFromWaitlist: takeOut }: WaitlistProps) {
  const t = useTranslations('seats')
  const [first] = waiting
  if (!first) return <p className="text-sm text-text-2">{t('nobody')}</p>
  return (
    <>
      <ol className="flex flex-col gap-2 tabular-nums">
        {waiting.map((waiter, index) => (
          <li key={waiter.id} className="flex min-h-8 items-center gap-2.75">
            <span className="w-4 flex-none text-sm text-text-2">{index + 1}</span>
            <Avatar id={waiter.id} name={waiter.name} size="sm" />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{waiter.name}</span>
              <span className="block text-sm text-text-2">
                {t(`for.${waiter.kind}`, { day: formatDay(waiter.since, zone) })}
              </span>
            </span>
            {takeOut ? (
              <RemoveFromWaitlist sessionId={sessionId} entry={waiter} removeFromWaitlist={takeOut} />
            ) : null}
          </li>
        ))}
      </ol>
      <p className="mt-3 text-sm text-text-2">{t('goesTo', { name: first.name })}</p>
    </>
  )
}
