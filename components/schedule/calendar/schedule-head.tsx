import { CalendarPlus, ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { SegmentLinks } from '#components/ui/segment-links.tsx'
import { type ScheduleQuery, type ScheduleView, scheduleHref } from './schedule-href.ts'

type ScheduleHeadProps = {
  shown: ScheduleQuery & { view: ScheduleView; date: string }
  today: string
  /** The days of the links to the previous and the next period. */
  previous: string
  next: string
  /** `23–29 November` */
  period: string
  /** The viewer can plan sessions here. */
  mayPlan: boolean
  /** A drawer is open: the link to a new session is hidden. */
  beside: boolean
}

/** The shown period, links to other periods, and the main action. */
export function ScheduleHead({
  shown,
  today,
  previous,
  next,
  period,
  mayPlan: plans,
  beside,
}: ScheduleHeadProps) {
  const t = useTranslations('admin.schedule')
  const own = useTranslations('schedule')
  const day = shown.view === 'day'
  const views: [ScheduleView, string][] = [
    ['day', t('day')],
    ['week', t('week')],
    ['list', own('list')],
  ]
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-4 pb-3 sm:px-6 sm:pt-5 sm:pb-3.5">
      <h1 className="text-[1.5rem] leading-7.5 font-semibold tracking-[-.018em]">{t('title')}</h1>
      <div className="flex items-center gap-0.5 max-sm:order-1 max-sm:w-full sm:ml-2">
        <StepLink
          href={scheduleHref({ ...shown, date: previous })}
          label={day ? t('previousDay') : t('previousWeek')}
        >
          <ChevronLeft />
        </StepLink>
        <p className="font-medium whitespace-nowrap tabular-nums max-sm:flex-1 max-sm:text-center">
          {period}
        </p>
        <StepLink href={scheduleHref({ ...shown, date: next })} label={day ? t('nextDay') : t('nextWeek')}>
          <ChevronRight />
        </StepLink>
      </div>
      <ButtonLink
        variant="ghost"
        size="sm"
        href={scheduleHref({ ...shown, date: today })}
        className="max-sm:ml-auto"
      >
        {day ? t('today') : t('thisWeek')}
      </ButtonLink>
      <div className="ml-auto max-sm:hidden">
        <SegmentLinks
          label={t('view')}
          links={views.map(([view, label]) => ({
            href: scheduleHref({ ...shown, view }),
            label,
            current: shown.view === view,
          }))}
        />
      </div>
      {plans && !beside ? (
        <ButtonLink href={`/admin/series/new?date=${shown.date}`} icon={<CalendarPlus />}>
          <span className="max-sm:sr-only">{t('newSeries')}</span>
        </ButtonLink>
      ) : null}
      {plans && !beside ? (
        <ButtonLink
          variant="primary"
          icon={<Plus />}
          href={scheduleHref({ ...shown, panel: 'new' })}
          scroll={false}
        >
          <span className="max-sm:sr-only">{t('newSession')}</span>
        </ButtonLink>
      ) : null}
    </header>
  )
}

function StepLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-label={label}
      title={label}
      className="inline-grid size-8 place-items-center rounded-[8px] text-text-2 hover:bg-hover hover:text-text pointer-coarse:size-11 [&_svg]:size-4.5 [&_svg]:stroke-[1.75]"
    >
      {children}
    </Link>
  )
}
