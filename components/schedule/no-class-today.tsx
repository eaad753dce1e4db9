import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatLongDay, formatTimeRange } from '#lib/time/format.ts'
import { NextSessionCard } from './next-session-card.tsx'
import type { TrainerActions } from './trainer-actions.ts'

type NoClassTodayProps = { next: SessionDetail | null; zone: string; now: string; actions: TrainerActions }

/** A trainer's day without a class: the next class and its start button. */
export function NoClassToday({ next, zone, now, actions }: NoClassTodayProps) {
  const t = useTranslations('trainer')
  return (
    <div className="mt-6 flex flex-col gap-5">
      <EmptyState title={t('emptyTitle')}>
        {next
          ? t('nextIs', {
              date: formatLongDay(next.startsAt, zone),
              time: formatTimeRange(next.startsAt, next.endsAt, zone),
            })
          : t('emptyNone')}
      </EmptyState>
      {next ? <NextSessionCard session={next} zone={zone} now={now} today={false} actions={actions} /> : null}
    </div>
  )
}
