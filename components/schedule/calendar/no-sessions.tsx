import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { type ScheduleView, scheduleHref } from './address.ts'
import { longDayOf } from './day-label.ts'

type NoSessionsProps = {
  view: ScheduleView
  date: string
  /** The day on which something is planned again. */
  nextDay: string | null
}

/** A week or day without sessions: where the next one is, or how to plan one. */
export function NoSessions({ view, date, nextDay }: NoSessionsProps) {
  const t = useTranslations('admin.schedule')
  const day = nextDay ? longDayOf(nextDay) : null
  return (
    <EmptyState
      className="border-t px-4 py-8 sm:px-6"
      title={view === 'week' ? t('emptyWeek') : t('emptyDay')}
      action={
        nextDay && day ? (
          <ButtonLink href={scheduleHref({ view, date: nextDay })}>{t('open', { day })}</ButtonLink>
        ) : (
          <ButtonLink href={scheduleHref({ view, date, panel: 'new' })}>{t('newSession')}</ButtonLink>
        )
      }
    >
      {day ? t('emptyNext', { day }) : t('emptyNone')}
    </EmptyState>
  )
}
