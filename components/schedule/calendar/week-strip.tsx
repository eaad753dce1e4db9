import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classes } from '#components/ui/classes.ts'
import { longDayOf, numberOf, weekdayOf } from './day-label.ts'
import { type ScheduleQuery, scheduleHref } from './schedule-href.ts'
import type { SessionOfDay } from './split-by-day.ts'

const MAX_DOTS = 3

type WeekStripProps = {
  /** The list starts at its date. */
  shown: ScheduleQuery & { date: string }
  days: string[]
  sessions: Map<string, SessionOfDay[]>
  today: string
}

/** The week on a phone: each day with up to three dots for its sessions. */
export function WeekStrip({ shown, days, sessions, today }: WeekStripProps) {
  const chosen = shown.date
  const t = useTranslations('admin.schedule')
  return (
    <nav
      aria-label={t('weekOf', { date: longDayOf(days[0] ?? chosen, today) })}
      className="grid grid-cols-7 px-2.5 pb-2.5 sm:hidden"
    >
      {days.map((day) => {
        const planned = sessions.get(day) ?? []
        return (
          <Link
            key={day}
            href={scheduleHref({ ...shown, view: shown.view === 'list' ? 'list' : 'week', date: day })}
            prefetch={false}
            aria-current={day === chosen ? 'date' : undefined}
            className="group flex flex-col items-center gap-0.75 rounded-[12px] py-1 text-xs font-medium text-text-2"
          >
            {weekdayOf(day)}{' '}
            <b
              className={classes(
                'grid size-9 place-items-center rounded-[11px] text-lg font-semibold text-text tabular-nums group-aria-[current]:bg-text group-aria-[current]:text-surface',
                day === today && day !== chosen && 'ring-2 ring-border-strong ring-inset',
              )}
            >
              {numberOf(day)}
            </b>
            <span className="sr-only">{t('sessions', { count: planned.length })}</span>
            <span className="flex h-1.25 gap-0.75">
              {planned.slice(0, MAX_DOTS).map((session) => (
                <i
                  key={session.id}
                  className={classes(
                    'size-1.25 rounded-full',
                    session.status === 'in_progress' ? 'bg-primary' : 'bg-border-strong',
                  )}
                />
              ))}
            </span>
          </Link>
        )
      })}
    </nav>
  )
}
