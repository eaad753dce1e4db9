import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { classes } from '#components/ui/classes.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatTimeRange } from '#lib/time/format.ts'
import { CalendarDay } from './calendar-day.tsx'
import { SessionBadge } from './session-badge.tsx'

/** A student's future session: day, time, title and status. */
export function AgendaRow({ session, zone }: { session: ClassSession; zone: string }) {
  const t = useTranslations('student')
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] items-center gap-x-3 gap-y-2 border-t px-4 py-3.25 first:border-t-0 sm:grid-cols-[3.5rem_minmax(0,1fr)_auto] sm:gap-4.5 sm:px-5">
      <CalendarDay iso={session.startsAt} zone={zone} />
      <div className="min-w-0">
        <h3
          className={classes(
            'text-[0.9375rem] leading-5.5 font-semibold tracking-[-.006em] sm:truncate',
            session.status === 'cancelled' && 'text-text-2 line-through',
          )}
        >
          {session.classTitle}
        </h3>
        <p className="text-sm text-text-2 tabular-nums sm:truncate">{useMeta(session, zone)}</p>
      </div>
      <div className="col-start-2 flex items-center gap-2 sm:col-start-3">
        <SessionBadge status={session.status} />
        {session.status === 'in_progress' && session.abilities.canJoin ? (
          <ButtonLink href={`/sessions/${session.id}/room?join`} size="sm">
            {t('join')}
          </ButtonLink>
        ) : null}
      </div>
    </li>
  )
}

function useMeta(session: ClassSession, zone: string): string {
  const t = useTranslations('student')
  const time = formatTimeRange(session.startsAt, session.endsAt, zone)
  if (session.status === 'cancelled' && session.cancelReason) {
    return t('rowCancelled', { time, reason: session.cancelReason })
  }
  return session.title === session.classTitle
    ? t('rowMeta', { time, trainer: session.trainer.name })
    : t('rowMetaWithTitle', { time, title: session.title, trainer: session.trainer.name })
}
