import { CalendarClock, CalendarX, Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge, LiveDot } from '#components/ui/badge.tsx'
import type { SessionStatus } from '#lib/kernel/enums.ts'

/** A session's status as colour, icon and word. Needs the texts of `common`. */
export function SessionBadge({ status }: { status: SessionStatus }) {
  const t = useTranslations('common.status')
  switch (status) {
    case 'scheduled':
      return (
        <Badge tone="info" icon={<CalendarClock />}>
          {t('scheduled')}
        </Badge>
      )
    case 'in_progress':
      return (
        <Badge tone="live" icon={<LiveDot />}>
          {t('in_progress')}
        </Badge>
      )
    case 'completed':
      return (
        <Badge tone="neutral" icon={<Check />}>
          {t('completed')}
        </Badge>
      )
    case 'cancelled':
      return (
        <Badge tone="outlined-bad" icon={<CalendarX />}>
          {t('cancelled')}
        </Badge>
      )
  }
}
