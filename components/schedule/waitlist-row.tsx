'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { OwnWaitlistEntry } from '#lib/sessions/api.ts'
import { formatTimeRange } from '#lib/time/format.ts'
import { CalendarDay } from './calendar-day.tsx'

type WaitlistRowProps = { entry: OwnWaitlistEntry; zone: string; leaveWaitlist: Action<unknown> }

/** One waitlist entry of a student: the session, the position, and a button to leave the waitlist. */
export function WaitlistRow({ entry: wait, zone, leaveWaitlist: leave }: WaitlistRowProps) {
  const t = useTranslations('student')
  const toast = useToast()
  const { sessionId, classTitle, startsAt, endsAt, kind, position } = wait
  const { run, busy, failure } = useAction(leave, () => toast({ text: t('leftWaitlist', { classTitle }) }))

  useEffect(() => {
    if (failure) toast({ tone: 'failure', text: failure.message })
  }, [failure, toast])

  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] items-center gap-x-3 gap-y-2 border-t px-4 py-3.25 first:border-t-0 sm:grid-cols-[3.5rem_minmax(0,1fr)_auto] sm:gap-4.5 sm:px-5">
      <CalendarDay iso={startsAt} zone={zone} />
      <div className="min-w-0">
        <h3 className="text-[0.9375rem] leading-5.5 font-semibold tracking-[-.006em] sm:truncate">
          {classTitle}
        </h3>
        <p className="text-sm text-text-2 tabular-nums">
          {t(`waitlistFor.${kind}`, { time: formatTimeRange(startsAt, endsAt, zone), place: position })}
        </p>
      </div>
      <div className="col-start-2 sm:col-start-3">
        <Button
          size="sm"
          busy={busy}
          busyLabel={t('leavingWaitlist')}
          aria-label={t('leaveWaitlistOf', { classTitle })}
          onClick={() => run({ sessionId })}
        >
          {t('leaveWaitlist')}
        </Button>
      </div>
    </li>
  )
}
