import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ClassSession } from '#lib/sessions/api.ts'
import { AgendaRow } from './agenda-row.tsx'
import { PastRow } from './past-row.tsx'

type StudentDaysProps = { comingUp: ClassSession[]; past: ClassSession[]; zone: string }

/** What follows the next class, and what is over. */
export function StudentDays({ comingUp, past, zone }: StudentDaysProps) {
  const t = useTranslations('student')
  return (
    <div className="mt-6 grid items-start gap-6 sm:mt-8 md:grid-cols-[minmax(0,1fr)_22rem] md:gap-8">
      <Days title={t('comingUp')} empty={t('comingUpEmpty')}>
        {comingUp.map((session) => (
          <AgendaRow key={session.id} session={session} zone={zone} />
        ))}
      </Days>
      <Days title={t('past')} empty={t('pastEmpty')}>
        {past.map((session) => (
          <PastRow key={session.id} session={session} zone={zone} />
        ))}
      </Days>
    </div>
  )
}

function Days({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-3 text-h2">{title}</h2>
      {children.length > 0 ? (
        <ul className="rounded-card border bg-surface shadow-1">{children}</ul>
      ) : (
        <p className="rounded-card border border-dashed p-5 text-text-2">{empty}</p>
      )}
    </section>
  )
}
