import { useTranslations } from 'next-intl'
import type { AuditEvent } from '#lib/audit/api.ts'
import { dayKey, formatLongDay } from '#lib/time/format.ts'
import { AuditEntry } from './audit-entry.tsx'
import { entryGrid } from './entry-grid.ts'

type AuditTrailProps = { events: AuditEvent[]; zone: string; today: string }

/** The audit trail, grouped by day. */
export function AuditTrail({ events, zone, today }: AuditTrailProps) {
  const t = useTranslations('audit')
  const days = Map.groupBy(events, (event) => dayKey(event.at, zone))
  return (
    <div>
      <div
        aria-hidden="true"
        className={`${entryGrid} border-b pb-2 text-xs font-[550] text-text-2 max-lg:hidden`}
      >
        <span>{t('time')}</span>
        <span>{t('who')}</span>
        <span>{t('did')}</span>
        <span>{t('what')}</span>
        <span>{t('change')}</span>
      </div>
      {[...days].map(([day, ofDay]) => (
        <section key={day}>
          <h2 className="border-b bg-canvas px-4 py-1.75 text-xs font-[550] text-text-2 sm:px-6">
            <DayName event={ofDay[0]} zone={zone} isToday={day === today} />
          </h2>
          <ol>
            {ofDay.map((event) => (
              <AuditEntry key={event.id} event={event} zone={zone} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

type DayNameProps = { event: AuditEvent | undefined; zone: string; isToday: boolean }

function DayName({ event, zone, isToday }: DayNameProps) {
  const t = useTranslations('audit')
  if (!event) return null
  const day = formatLongDay(event.at, zone)
  return isToday ? t('today', { day }) : day
}
