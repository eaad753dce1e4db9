import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RoutedDrawer } from '#components/forms/routed-drawer.tsx'
import { SessionBadge } from '#components/schedule/session-badge.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatLongDay, formatTimeRange } from '#lib/time/format.ts'
import { classTime } from './class-time.ts'
import { type SessionPanel, sessionHref } from './session-href.ts'
import { SessionNote } from './session-note.tsx'
import { Block, SessionBlocks } from './session-side.tsx'

const MAX_NAMES = 6

type SessionDrawerProps = {
  session: SessionDetail
  zone: string
  /** The latest audit events of the session, for viewers who may read them. */
  history: ReactNode
  closeHref: string
  /** The URL of the drawer that changes each part. */
  hrefOf: (panel: SessionPanel) => string
  /** The next step with the session. */
  actions: ReactNode
  cancel: ReactNode
}

/** A session in a drawer of the schedule: its facts and actions, and a link to its own page. */
export function SessionDrawer({
  session,
  zone,
  history,
  closeHref,
  hrefOf,
  actions,
  cancel,
}: SessionDrawerProps) {
  const t = useTranslations('admin.session')
  const own = useTranslations('schedule')
  const { number, sessionCount, title, classTitle } = session
  const { canChange } = session.abilities
  const there = classTime(session, zone)
  return (
    <RoutedDrawer
      closeHref={closeHref}
      title={
        <>
          <span className="mb-1.5 block">
            <SessionBadge status={session.status} />
          </span>
          <span className={session.status === 'cancelled' ? 'text-text-2 line-through' : undefined}>
            {classTitle}
          </span>
        </>
      }
      meta={
        <span className="tabular-nums">
          {t('when', {
            day: formatLongDay(session.startsAt, zone),
            time: formatTimeRange(session.startsAt, session.endsAt, zone),
          })}
          {there ? <span className="block">{t('there', there)}</span> : null}
          <span className="block">
            {title === classTitle
              ? t('number', { number, numberOf: sessionCount })
              : t('numberWithTitle', { number, numberOf: sessionCount, title })}
          </span>
        </span>
      }
      footer={
        <>
          {actions}
          {canChange && session.status === 'scheduled' ? (
            <ButtonLink href={hrefOf('time')} scroll={false}>
              {own('changeTime')}
            </ButtonLink>
          ) : null}
          {canChange ? cancel : null}
          <ButtonLink variant="ghost" href={sessionHref(session.id)} className="ml-auto">
            {own('openSession')}
          </ButtonLink>
        </>
      }
    >
      <div className="-mx-6 -my-4.5">
        <div className="px-6 empty:hidden [&>*]:mt-4.5">
          <SessionNote session={session} />
        </div>
        <SessionBlocks session={session} zone={zone} history={history} hrefOf={hrefOf}>
          <Seats session={session} />
        </SessionBlocks>
      </div>
    </RoutedDrawer>
  )
}

/** The first names of the people with a seat. */
function Seats({ session }: { session: SessionDetail }) {
  const t = useTranslations('admin.session')
  const own = useTranslations('schedule')
  const { seats } = session
  if (!seats) return null
  return (
    <Block title={t('seats')}>
      {seats.length === 0 ? <p className="text-sm text-text-2">{t('noSeats')}</p> : null}
      <ul className="flex flex-wrap gap-x-4 gap-y-2">
        {seats.slice(0, MAX_NAMES).map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2 text-sm">
            <Avatar id={id} name={name} size="sm" />
            {name}
          </li>
        ))}
      </ul>
      <Link href={sessionHref(session.id)} className="link mt-2.5 inline-block text-sm">
        {own('allSeats', { count: seats.length })}
      </Link>
    </Block>
  )
}
