import { ChevronDown, Cog } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import type { AuditEvent } from '#lib/audit/api.ts'
import { formatDay, formatSecond } from '#lib/time/format.ts'
import { AuditChanges, FirstChange } from './audit-changes.tsx'
import { entryGrid } from './entry-grid.ts'

type AuditEntryProps = { event: AuditEvent; zone: string }

/** One event of the audit trail; expands to show all its changes. */
export function AuditEntry({ event, zone }: AuditEntryProps) {
  const t = useTranslations('audit')
  const [first] = event.changes
  return (
    <li className="border-b">
      <details className="group open:bg-canvas">
        <summary
          className={`${entryGrid} min-h-11 grid-cols-[minmax(0,1fr)_1.25rem] list-none py-2 hover:bg-canvas [&::-webkit-details-marker]:hidden`}
        >
          <span className="text-text-2 tabular-nums max-lg:text-sm">{formatSecond(event.at, zone)}</span>
          <span className="flex min-w-0 items-center gap-2.5 max-lg:col-start-1">
            <ActorName actor={event.actor} />
          </span>
          <span className="max-lg:col-start-1">{t(`actions.${event.action}`)}</span>
          <span className="truncate max-lg:col-start-1 max-lg:text-sm max-lg:text-text-2">
            <Subject subject={event.subject} zone={zone} />
          </span>
          <span className="min-w-0 max-lg:col-start-1 max-lg:text-sm">
            {first ? <FirstChange change={first} zone={zone} /> : null}
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-4.5 stroke-[1.75] text-text-3 group-open:rotate-180 max-lg:col-start-2 max-lg:row-start-1"
          />
        </summary>
        <div className="px-4 pb-3.5 sm:px-6 lg:ml-18">
          {first ? (
            <AuditChanges changes={event.changes} zone={zone} />
          ) : (
            <p className="text-sm text-text-2">{t('nothingMore')}</p>
          )}
          {event.subject.kind === 'session' ? (
            <Link
              href={`/sessions/${event.subject.id}`}
              prefetch={false}
              className="link mt-2.5 inline-block text-sm"
            >
              {t('open')}
            </Link>
          ) : null}
        </div>
      </details>
    </li>
  )
}

function ActorName({ actor }: Pick<AuditEvent, 'actor'>) {
  const t = useTranslations('audit')
  if (actor) {
    return (
      <>
        <Avatar id={actor.id} name={actor.name} size="sm" />
        <span className="truncate font-medium">{actor.name || t('someone')}</span>
      </>
    )
  }
  return (
    <>
      <span aria-hidden="true" className="grid size-6 place-items-center rounded-full bg-sunken text-text-3">
        <Cog className="size-3.5" />
      </span>
      <span className="truncate font-medium">{t('itself')}</span>
    </>
  )
}

function Subject({ subject: { name, startsAt }, zone }: Pick<AuditEvent, 'subject'> & { zone: string }) {
  const t = useTranslations('audit')
  if (!name) return t('someone')
  return startsAt ? t('session', { title: name, day: formatDay(startsAt, zone) }) : name
}
