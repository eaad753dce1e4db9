import { useTranslations } from 'next-intl'
import { classes } from '#components/ui/classes.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'
import { SessionBadge } from './session-badge.tsx'

/** One ended class. */
export function PastRow({ session, zone }: { session: ClassSession; zone: string }) {
  const t = useTranslations('student')
  return (
    <li className="flex items-center justify-between gap-3 border-t px-4 py-3 first:border-t-0 sm:px-5">
      <div className="min-w-0">
        <h3
          className={classes(
            'truncate font-medium',
            session.status === 'cancelled' && 'text-text-2 line-through',
          )}
        >
          {session.title}
        </h3>
        <p className="text-sm text-text-2 tabular-nums">
          {t('pastMeta', {
            date: formatDay(session.startsAt, zone),
            time: formatTimeRange(session.startsAt, session.endsAt, zone),
          })}
        </p>
      </div>
      <SessionBadge status={session.status} />
    </li>
  )
}
