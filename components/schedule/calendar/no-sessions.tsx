import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { longDayOf } from './day-label.ts'
import { NO_FILTERS } from './no-filters.ts'
import { type ScheduleQuery, scheduleHref } from './schedule-href.ts'

type NoSessionsProps = {
  shown: ScheduleQuery
  /** The viewer can plan sessions here. */
  mayPlan?: boolean
  /** The next day with a session. */
  nextDay: string | null
}

/** A week or day without sessions: a link to the next session, or to planning one. */
export function NoSessions({ shown, mayPlan: plans, nextDay }: NoSessionsProps) {
  const t = useTranslations('admin.schedule')
  const own = useTranslations('schedule')
  const filtered = shown.trainer || shown.class || shown.mode || shown.status
  const day = nextDay ? longDayOf(nextDay) : null
  const look = 'border-t px-4 py-6 sm:px-6'
  if (filtered && !nextDay) {
    return (
      <EmptyState
        className={look}
        title={own('nothingFound')}
        action={<ButtonLink href={scheduleHref({ ...shown, ...NO_FILTERS })}>{own('clear')}</ButtonLink>}
      >
        {own('nothingFoundText')}
      </EmptyState>
    )
  }
  const action =
    nextDay && day ? (
      <ButtonLink href={scheduleHref({ ...shown, date: nextDay })}>{t('open', { day })}</ButtonLink>
    ) : plans ? (
      <ButtonLink href={scheduleHref({ ...shown, panel: 'new' })}>{t('newSession')}</ButtonLink>
    ) : null
  return (
    <EmptyState
      className={look}
      title={shown.view === 'day' ? t('emptyDay') : t('emptyWeek')}
      action={action}
    >
      {day ? t('emptyNext', { day }) : plans ? t('emptyNone') : own('emptyOwn')}
    </EmptyState>
  )
}
