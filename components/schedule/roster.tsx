import { Check, UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Avatar } from '#components/ui/avatar.tsx'
import { Badge, LiveDot } from '#components/ui/badge.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatDay, formatZonedTime } from '#lib/time/format.ts'

type Seat = NonNullable<SessionDetail['seats']>[number]

/** The people who are expected in a class, and those who are inside. */
export function Roster({ session, zone }: { session: SessionDetail; zone: string }) {
  const t = useTranslations('trainer')
  const seats = session.seats ?? []
  const inside = seats.filter((seat) => seat.inside)
  const removed = seats.filter((seat) => seat.removed && !seat.inside)
  const missing = seats.filter((seat) => !seat.inside && !seat.removed)
  const time = `${formatDay(session.startsAt, zone)}, ${formatZonedTime(session.startsAt, zone)}`
  return (
    <section aria-labelledby="roster" className="flex flex-col border-t bg-canvas xl:border-t-0 xl:border-l">
      <div className="px-5 pt-7 pb-4 sm:px-6">
        <div className="flex items-center justify-between gap-3">
          <h2 id="roster" className="text-h2">
            {t('roster')}
          </h2>
          <span className="flex items-center gap-1.5 text-sm text-text-2">
            <span className="flex text-ok-text">
              <LiveDot />
            </span>
            {t('updates')}
          </span>
        </div>
        <p className="mt-0.5 text-sm text-text-2 tabular-nums">
          {t('rosterOf', { title: session.classTitle, time })}
        </p>
        {seats.length > 0 ? (
          <>
            <dl className="mt-4 mb-3 grid grid-cols-3 divide-x">
              <Count label={t('expected')} count={seats.length} />
              <Count label={t('inside')} count={inside.length} swatch="bg-ok" />
              <Count label={t('notHere')} count={seats.length - inside.length} swatch="bg-border-strong" />
            </dl>
            <div
              role="img"
              aria-label={t('bar', { inside: inside.length, missing: seats.length - inside.length })}
              className="h-2 overflow-hidden rounded-full bg-border-strong"
            >
              <div className="h-full bg-ok" style={{ width: `${(100 * inside.length) / seats.length}%` }} />
            </div>
          </>
        ) : (
          <p className="mt-4 text-text-2">{t('rosterEmpty')}</p>
        )}
      </div>
      <div className="flex flex-col gap-1 px-2 pb-6 sm:px-3">
        <Group title={t('insideList')} seats={inside}>
          <Badge tone="ok" icon={<Check />}>
            {t('insideBadge')}
          </Badge>
        </Group>
        <Group title={t('notHereList')} seats={missing} />
        <Group title={t('removedList')} seats={removed}>
          <Badge tone="bad" icon={<UserX />}>
            {t('removedBadge')}
          </Badge>
        </Group>
      </div>
    </section>
  )
}

function Count({ label, count, swatch }: { label: string; count: number; swatch?: string }) {
  return (
    <div className="flex flex-col-reverse pl-3.5 first:pl-0">
      <dt className="flex items-center gap-1.25 text-xs text-text-2">
        {swatch ? <span className={`size-2 rounded-[3px] ${swatch}`} /> : null}
        {label}
      </dt>
      <dd className="text-[1.5rem] leading-7 font-semibold tracking-[-.02em] tabular-nums">{count}</dd>
    </div>
  )
}

function Group({ title, seats, children }: { title: string; seats: Seat[]; children?: ReactNode }) {
  if (seats.length === 0) return null
  return (
    <section>
      <h3 className="flex justify-between px-3 pt-3 pb-1 text-xs font-semibold text-text-2">
        {title}
        <span className="tabular-nums">{seats.length}</span>
      </h3>
      <ul>
        {seats.map((seat) => (
          <li key={seat.id} className="flex h-11.5 items-center gap-2.75 rounded-control px-3">
            <Avatar id={seat.id} name={seat.name} />
            <span className="min-w-0 flex-1 leading-tight">
              <span className="block truncate font-medium">{seat.name}</span>
              {seat.email ? <span className="block truncate text-xs text-text-2">{seat.email}</span> : null}
            </span>
            {children}
          </li>
        ))}
      </ul>
    </section>
  )
}
