import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classColour } from '#components/schedule/class-colour.ts'
import { classTime } from '#components/schedule/session/class-time.ts'
import { SessionBadge } from '#components/schedule/session-badge.tsx'
import { classes } from '#components/ui/classes.ts'
import type { SessionStatus } from '#lib/kernel/enums.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatTime } from '#lib/time/format.ts'
import { openSessionHref, type ScheduleQuery } from './schedule-href.ts'

type DayListRowProps = { shown: ScheduleQuery; session: ClassSession; zone: string }

/** One session of a day: its times and details, with the class's colour. */
export function DayListRow({ shown, session, zone }: DayListRowProps) {
  const t = useTranslations('admin.schedule')
  const own = useTranslations('schedule')
  const { status } = session
  const there = classTime(session, zone)
  return (
    <li className="mb-2">
      <Link
        href={openSessionHref(shown, session.id)}
        prefetch={false}
        scroll={false}
        className="grid grid-cols-[3rem_minmax(0,1fr)] gap-2.5 rounded-[12px]"
      >
        <span className="pt-1.75 text-right font-semibold tabular-nums">
          {formatTime(session.startsAt, zone)}
          <span className="block text-xs font-medium text-text-3">{formatTime(session.endsAt, zone)}</span>
        </span>
        <span
          className={classes(
            'relative flex min-h-14 items-center gap-2.5 rounded-[12px] py-1.75 pr-3 pl-4.5 before:absolute before:inset-y-2 before:left-1.5 before:w-0.75 before:rounded-[2px]',
            looks[status],
          )}
          style={{ '--class': classColour(session.classId) }}
        >
          <span className="min-w-0 flex-1">
            <span
              className={classes(
                'block truncate font-semibold',
                status === 'cancelled' && 'text-text-2 line-through',
                status === 'completed' && 'text-text-2',
              )}
            >
              {session.classTitle}
            </span>
            <span className="block truncate text-sm text-text-2 tabular-nums">
              {session.trainer.name} · {t('seats', { taken: session.seatsTaken, capacity: session.capacity })}
              {there ? ` · ${own('classTime', there)}` : null}
            </span>
          </span>
          {status === 'scheduled' ? null : <SessionBadge status={status} />}
        </span>
      </Link>
    </li>
  )
}

const looks: Record<SessionStatus, string> = {
  scheduled: 'bg-[color-mix(in_oklab,var(--class)_11%,var(--surface))] before:bg-(--class)',
  in_progress: 'bg-primary-soft ring-[1.5px] ring-primary ring-inset before:bg-(--class)',
  completed: 'bg-sunken before:bg-border-strong',
  cancelled: 'bg-surface ring-1 ring-border-strong ring-inset before:bg-bad',
}
