import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AuditEvent } from '#lib/audit/api.ts'
import { formatDay, formatTime } from '#lib/time/format.ts'
import { FirstChange } from './audit-changes.tsx'

type RecentEventsProps = {
  events: AuditEvent[]
  zone: string
  /** The page with all events. */
  href: string
}

/** The latest events of one object, with a link to its full history. */
export function RecentEvents({ events, zone, href }: RecentEventsProps) {
  const t = useTranslations('audit')
  return (
    <>
      <ol className="mb-2.5 flex flex-col gap-2.5 text-sm empty:hidden">
        {events.map(({ id, at, actor, action, changes: [first] }) => (
          <li key={id} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3">
            <time dateTime={at} className="text-text-2 tabular-nums">
              {formatDay(at, zone)}
              <span className="block">{formatTime(at, zone)}</span>
            </time>
            <div className="min-w-0">
              <p>
                {t('recent', {
                  who: actor?.name || t(actor ? 'someone' : 'itself'),
                  did: t(`actions.${action}`),
                })}
              </p>
              {first ? <FirstChange change={first} zone={zone} /> : null}
            </div>
          </li>
        ))}
      </ol>
      <Link href={href} prefetch={false} className="link text-sm">
        {t('all')}
      </Link>
    </>
  )
}
