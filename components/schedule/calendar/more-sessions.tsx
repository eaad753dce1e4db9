import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { LiveDot } from '#components/ui/badge.tsx'
import { classes } from '#components/ui/classes.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatTimeRange } from '#lib/time/format.ts'
import { longDayOf } from './day-label.ts'

type MoreSessionsProps = { sessions: ClassSession[]; day: string; zone: string }

/** What found no lane beside the others: one press lists it. */
export function MoreSessions({ sessions, day, zone }: MoreSessionsProps) {
  const t = useTranslations('admin.schedule')
  const common = useTranslations('common.status')
  const id = useId()
  const live = sessions.some((session) => session.status === 'in_progress')
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={classes(
          'relative z-1 ml-0.75 flex h-6 items-center gap-1.5 rounded-[7px] px-2 text-xs font-semibold shadow-1',
          live ? 'bg-primary-soft text-primary-text' : 'bg-sunken text-text-2 hover:text-text',
        )}
      >
        {live ? <LiveDot /> : null}
        {t('more', { count: sessions.length })}
      </button>
      <div
        id={id}
        popover="auto"
        className="m-auto max-h-[80dvh] w-[min(22rem,calc(100vw-2rem))] overflow-y-auto rounded-card border bg-surface p-4 text-text shadow-3"
      >
        <h3 className="text-h3">{t('moreOn', { day: longDayOf(day) })}</h3>
        <ul className="mt-2 flex flex-col">
          {sessions.map((session) => (
            <li key={session.id} className="border-t first:border-t-0">
              <Link
                href={`/sessions/${session.id}`}
                prefetch={false}
                className="-mx-2 block rounded-control px-2 py-2.5 hover:bg-hover"
              >
                <span className="block font-medium">{session.classTitle}</span>
                <span className="block text-sm text-text-2 tabular-nums">
                  {formatTimeRange(session.startsAt, session.endsAt, zone)} · {session.trainer.name} ·{' '}
                  {common(session.status)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
