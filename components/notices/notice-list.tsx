import { useTranslations } from 'next-intl'
import { dayNameOf } from '#components/schedule/day-name.ts'
import { Card } from '#components/ui/card.tsx'
import type { Notice } from '#lib/inbox/api.ts'
import { dayKey, formatLongDay } from '#lib/time/format.ts'
import { NoticeRow } from './notice-row.tsx'

type NoticeListProps = {
  notices: Notice[]
  zone: string
  /** The server's time, ISO. */
  now: string
}

/** A user's notices by day, the latest first. */
export function NoticeList({ notices, zone, now }: NoticeListProps) {
  const days = Map.groupBy(notices, (notice) => dayKey(notice.createdAt, zone))
  const next = notices.find((notice) => notice.canJoin)
  return (
    <Card className="overflow-hidden">
      {[...days].map(([day, ofDay]) => (
        <section key={day} className="border-t first:border-t-0">
          <h2 className="border-b bg-canvas px-5 py-2.25 text-xs font-[550] text-text-2">
            <DayName at={ofDay[0]?.createdAt ?? now} now={now} zone={zone} />
          </h2>
          <ul>
            {ofDay.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} zone={zone} isNext={notice === next} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}

function DayName({ at, now, zone }: { at: string; now: string; zone: string }) {
  const t = useTranslations('notices')
  if (dayNameOf(at, now, zone) === 'today') return t('today')
  // The day was yesterday if today is the day after it.
  return dayNameOf(now, at, zone) === 'tomorrow' ? t('yesterday') : formatLongDay(at, zone)
}
