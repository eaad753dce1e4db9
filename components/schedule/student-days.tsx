import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Action } from '#components/forms/use-action.ts'
import type { ClassSession, OwnWaitlistEntry } from '#lib/sessions/api.ts'
import { AgendaRow } from './agenda-row.tsx'
import { PastRow } from './past-row.tsx'
import { WaitlistRow } from './waitlist-row.tsx'

type StudentDaysProps = {
  comingUp: ClassSession[]
  waitlist: OwnWaitlistEntry[]
  past: ClassSession[]
  zone: string
  leaveWaitlist: Action<unknown>
}

/** A student's sessions after the next one, waitlists and past sessions. */
export function StudentDays({
  comingUp,
  waitlist: waits,
  past,
  zone,
  leaveWaitlist: leaveLine,
}: StudentDaysProps) {
  const t = useTranslations('student')
  return (
    <div className="mt-6 grid items-start gap-6 sm:mt-8 md:grid-cols-[minmax(0,1fr)_22rem] md:gap-8">
      <div className="flex min-w-0 flex-col gap-6">
        <Days title={t('comingUp')} empty={t('comingUpEmpty')}>
          {comingUp.map((session) => (
            <AgendaRow key={session.id} session={session} zone={zone} />
          ))}
        </Days>
        {waits.length > 0 ? (
          <Days title={t('waitlist')} hint={t('waitlistHint')}>
            {waits.map((wait) => (
              <WaitlistRow key={wait.sessionId} entry={wait} zone={zone} leaveWaitlist={leaveLine} />
            ))}
          </Days>
        ) : null}
      </div>
      <Days title={t('past')} empty={t('pastEmpty')}>
        {past.map((session) => (
          <PastRow key={session.id} session={session} zone={zone} />
        ))}
      </Days>
    </div>
  )
}

type DaysProps = { title: string; hint?: string; empty?: string; children: ReactNode[] }

function Days({ title, hint, empty, children }: DaysProps) {
  return (
    <section className="min-w-0">
      <h2 className="mb-3 text-h2">{title}</h2>
      {children.length > 0 ? (
        <ul className="rounded-card border bg-surface shadow-1">{children}</ul>
      ) : (
        <p className="rounded-card border border-dashed p-5 text-text-2">{empty}</p>
      )}
      {hint ? <p className="mt-3 text-sm text-text-2">{hint}</p> : null}
    </section>
  )
}
