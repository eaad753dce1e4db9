import { Users } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SessionBadge } from '#components/schedule/session-badge.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatTime } from '#lib/time/format.ts'
import { type ScheduleQuery, scheduleHref } from './schedule-href.ts'

const MAX_SHOWN = 6

type LiveNowProps = {
  sessions: (ClassSession & { inside: number })[]
  zone: string
  shown: ScheduleQuery
  today: string
}

/** The running sessions: trainer, number of people inside, and start. */
export function LiveNow({ sessions, zone, shown, today }: LiveNowProps) {
  const t = useTranslations('admin.schedule')
  if (sessions.length === 0) return null
  const left = sessions.length - MAX_SHOWN
  return (
    <section aria-label={t('liveNow')} className="px-4 pb-4 sm:px-6">
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] overflow-hidden rounded-card border bg-canvas">
        {sessions.slice(0, MAX_SHOWN).map((session) => (
          <li key={session.id} className="-mt-px -ml-px border-t border-l">
            <Link
              href={`/sessions/${session.id}`}
              className="flex h-full flex-col gap-0.75 px-3.5 py-2.5 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="flex items-center gap-2">
                <SessionBadge status={session.status} />
                <span className="text-sm text-text-2 tabular-nums">
                  {t('since', { time: formatTime(session.startedAt ?? session.startsAt, zone) })}
                </span>
              </span>
              <span className="truncate font-medium">{session.classTitle}</span>
              <span className="flex items-center gap-3 text-sm text-text-2">
                <span className="min-w-0 flex-1 truncate">{session.trainer.name}</span>
                <span className="flex flex-none items-center gap-1 tabular-nums">
                  <Users className="size-3.5 stroke-[1.75]" />
                  {t('inside', { count: session.inside })}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <Link
          href={scheduleHref({ path: shown.path, view: 'list', date: today, status: 'in_progress' })}
          className="link mt-2 inline-block text-sm"
        >
          {t('moreLive', { count: left })}
        </Link>
      ) : null}
    </section>
  )
}
