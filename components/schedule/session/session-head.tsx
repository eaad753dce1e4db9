import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classColour } from '#components/schedule/class-colour.ts'
import { SessionBadge } from '#components/schedule/session-badge.tsx'
import { classes } from '#components/ui/classes.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'
import { classTime } from './class-time.ts'

type SessionHeadProps = {
  session: SessionDetail
  zone: string
  /** The link back to the previous page. */
  back: { href: string; label: string }
  /** The next step. */
  actions: ReactNode
}

/** The head of a session page: title, time, status and actions. */
export function SessionHead({ session, zone, back, actions }: SessionHeadProps) {
  const t = useTranslations('admin.session')
  const { number, sessionCount, title } = session
  const there = classTime(session, zone)
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        <Link href={back.href} className="link text-sm">
          {back.label}
        </Link>
        <h1
          className={classes(
            'mt-1 flex items-baseline gap-2.5 text-h1 max-sm:text-h2',
            session.status === 'cancelled' && 'text-text-2 line-through',
          )}
        >
          <span
            aria-hidden="true"
            className="size-3.5 flex-none rounded-[4px] bg-(--class)"
            style={{ '--class': classColour(session.classId) }}
          />
          {session.classTitle}
        </h1>
        <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-text-2 tabular-nums">
          <span>
            {title === session.classTitle
              ? t('number', { number, numberOf: sessionCount })
              : t('numberWithTitle', { number, numberOf: sessionCount, title })}
          </span>
          <span aria-hidden="true" className="max-sm:hidden">
            ·
          </span>
          <span>
            {t('when', {
              day: formatDay(session.startsAt, zone),
              time: formatTimeRange(session.startsAt, session.endsAt, zone),
            })}
          </span>
          <SessionBadge status={session.status} />
        </p>
        {there ? <p className="mt-0.5 text-sm text-text-2 tabular-nums">{t('there', there)}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  )
}
