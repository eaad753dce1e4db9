import { MapPin, Monitor } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Avatar } from '#components/ui/avatar.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatDay, formatTimeRange, formatZonedTime } from '#lib/time/format.ts'
import { classTime } from './class-time.ts'
import { SeatMeter } from './seat-meter.tsx'
import { type SessionPanel, sessionHref } from './session-href.ts'

type SessionSideProps = {
  session: SessionDetail
  zone: string
  /** A student's own seat in the session. */
  ownSeat: ReactNode
  /** The latest audit events of the session, for viewers who may read them. */
  history: ReactNode
  /** The button that cancels the session. */
  cancel: ReactNode
}

/** The facts of a session, each with a link to change it for viewers who may. */
export function SessionSide({ session, zone, ownSeat: place, history, cancel }: SessionSideProps) {
  const t = useTranslations('admin.session')
  const { canChange } = session.abilities
  const movable = canChange && session.status === 'scheduled'
  return (
    <aside
      aria-label={t('about')}
      // A scroll container needs an element that the keyboard can reach.
      tabIndex={canChange ? undefined : 0}
      className="flex flex-col bg-canvas max-lg:border-t lg:w-93 lg:flex-none lg:overflow-y-auto lg:border-l"
    >
      <SessionBlocks session={session} zone={zone} ownSeat={place} history={history} />
      {canChange ? (
        <div className="mt-auto flex flex-wrap gap-2 border-t px-4 py-3.5 sm:px-6">
          {movable ? (
            <ButtonLink href={sessionHref(session.id, 'time')} scroll={false} className="flex-1">
              {t('reschedule')}
            </ButtonLink>
          ) : null}
          {cancel}
        </div>
      ) : null}
    </aside>
  )
}

type SessionBlocksProps = {
  session: SessionDetail
  zone: string
  /** The viewer's own seat. */
  ownSeat?: ReactNode
  history: ReactNode
  /** The URL of the drawer that changes each part; by default on the session's own page. */
  hrefOf?: (panel: SessionPanel) => string
  children?: ReactNode
}

/** The parts of the side column, from top to bottom. */
export function SessionBlocks({
  session,
  zone,
  ownSeat: place,
  history,
  hrefOf,
  children,
}: SessionBlocksProps) {
  const t = useTranslations('admin.session')
  const common = useTranslations('common')
  const { canChange } = session.abilities
  const movable = canChange && session.status === 'scheduled'
  const there = classTime(session, zone)
  const change = (panel: SessionPanel, label: string) => ({
    href: hrefOf ? hrefOf(panel) : sessionHref(session.id, panel),
    label,
  })
  return (
    <>
      <Block title={t('trainer')} change={canChange ? change('trainer', t('changeTrainer')) : null}>
        <div className="flex items-center gap-3">
          <Avatar id={session.trainer.id} name={session.trainer.name} size="lg" />
          <div className="min-w-0">
            <div className="truncate font-semibold">{session.trainer.name}</div>
            {session.status === 'in_progress' ? (
              <div className="text-sm text-text-2">
                {session.trainerInside ? t('trainerInside') : t('trainerOutside')}
              </div>
            ) : null}
          </div>
        </div>
      </Block>
      <Block title={t('time')} change={movable ? change('time', t('changeTime')) : null}>
        <dl className={facts}>
          <dt className="text-text-2">{t('yourTime')}</dt>
          <dd>
            {formatDay(session.startsAt, zone)}
            <br />
            {formatTimeRange(session.startsAt, session.endsAt, zone)}
          </dd>
          {there ? (
            <>
              <dt className="text-text-2">{t('classTime', { place: there.place })}</dt>
              <dd>
                {there.day}
                <br />
                {there.time}
              </dd>
            </>
          ) : null}
        </dl>
        <LifeLine session={session} zone={zone} />
      </Block>
      {place ? <Block title={t('ownSeat')}>{place}</Block> : null}
      <Block title={t('places')} change={canChange ? change('capacity', t('changeCapacity')) : null}>
        <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 text-sm">
          <SeatMeter
            icon={<Monitor />}
            name={t('online')}
            taken={session.seatsTaken}
            capacity={session.capacity}
          />
          {session.inPersonCapacity > 0 ? (
            <SeatMeter
              icon={<MapPin />}
              name={session.location?.name ?? t('in_person')}
              taken={session.inPersonSeatsTaken}
              capacity={session.inPersonCapacity}
            />
          ) : null}
        </div>
      </Block>
      <Block title={t('where')}>
        <dl className={facts}>
          <dt className="text-text-2">{t('sessionType')}</dt>
          <dd>{common(`types.${session.sessionType}`)}</dd>
          <dt className="text-text-2">{t('classMode')}</dt>
          <dd>{common(`modes.${session.mode}`)}</dd>
          {session.location ? (
            <>
              <dt className="text-text-2">{t('location')}</dt>
              <dd>{session.location.name}</dd>
            </>
          ) : null}
        </dl>
      </Block>
      {children}
      {history ? <Block title={t('history')}>{history}</Block> : null}
    </>
  )
}

function LifeLine({ session, zone }: { session: SessionDetail; zone: string }) {
  const t = useTranslations('admin.session')
  const at = (iso: string) => formatZonedTime(iso, zone)
  const { status, startedAt, endedAt } = session
  if (status === 'in_progress' && startedAt) {
    return (
      <p className="mt-2 text-sm font-medium text-primary-text">{t('liveSince', { time: at(startedAt) })}</p>
    )
  }
  if (!endedAt || status === 'scheduled') return null
  return (
    <p className="mt-2 text-sm text-text-2">
      {status === 'cancelled'
        ? t('cancelledAt', { day: formatDay(endedAt, zone), time: at(endedAt) })
        : t('endedAt', { time: at(endedAt) })}
    </p>
  )
}

const facts = 'grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1.75 text-sm tabular-nums'

type BlockProps = { title: string; change?: { href: string; label: string } | null; children: ReactNode }

export function Block({ title, change, children }: BlockProps) {
  const t = useTranslations('admin.session')
  return (
    <section className="border-t px-4 py-4.5 first:border-t-0 sm:px-6">
      <div className="mb-2.5 flex items-baseline justify-between gap-3">
        <h2 className="font-semibold">{title}</h2>
        {change ? (
          <Link href={change.href} scroll={false} aria-label={change.label} className="link text-sm">
            {t('change')}
          </Link>
        ) : null}
      </div>
      {children}
    </section>
  )
}
