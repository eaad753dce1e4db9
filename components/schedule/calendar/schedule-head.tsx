import { CalendarPlus, ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { classes } from '#components/ui/classes.ts'
import { SegmentLinks } from '#components/ui/segment-links.tsx'
import { type ScheduleView, scheduleHref } from './address.ts'

type ScheduleHeadProps = {
  view: ScheduleView
  date: string
  today: string
  /** The days that one goes back and on to. */
  previous: string
  next: string
  /** `23–29 November` */
  period: string
  /** The short name of the zone in which times are shown. */
  zone: string
  /** A session is being planned: the way to it is not offered again. */
  planning: boolean
}

/** What is shown, the ways to what is not, and the one thing to do. */
export function ScheduleHead({
  view,
  date,
  today,
  previous,
  next,
  period,
  zone,
  planning,
}: ScheduleHeadProps) {
  const t = useTranslations('admin.schedule')
  const week = view === 'week'
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-4 pb-3 sm:px-6 sm:pt-5 sm:pb-3.5">
      <h1 className="text-[1.5rem] leading-7.5 font-semibold tracking-[-.018em]">{t('title')}</h1>
      <div className="flex items-center gap-0.5 max-sm:order-1 max-sm:w-full sm:ml-2">
        <StepLink
          href={scheduleHref({ view, date: previous })}
          label={week ? t('previousWeek') : t('previousDay')}
        >
          <ChevronLeft />
        </StepLink>
        <p className="font-medium whitespace-nowrap tabular-nums max-sm:flex-1 max-sm:text-center">
          {period}
        </p>
        <StepLink href={scheduleHref({ view, date: next })} label={week ? t('nextWeek') : t('nextDay')}>
          <ChevronRight />
        </StepLink>
      </div>
      <ButtonLink
        variant="ghost"
        size="sm"
        href={scheduleHref({ view, date: today })}
        className="max-sm:ml-auto"
      >
        {week ? t('thisWeek') : t('today')}
      </ButtonLink>
      <span className={classes('ml-auto text-sm text-text-2', planning ? 'hidden' : 'max-xl:hidden')}>
        {t('timesIn', { zone })}
      </span>
      <div className={classes('max-sm:hidden', planning ? 'ml-auto' : 'max-xl:ml-auto')}>
        <SegmentLinks
          label={t('view')}
          links={[
            { href: scheduleHref({ view: 'day', date }), label: t('day'), current: !week },
            { href: scheduleHref({ view: 'week', date }), label: t('week'), current: week },
          ]}
        />
      </div>
      {planning ? null : (
        <ButtonLink href={`/admin/series/new?date=${date}`} icon={<CalendarPlus />}>
          <span className="max-sm:sr-only">{t('newSeries')}</span>
        </ButtonLink>
      )}
      {planning ? null : (
        <ButtonLink
          variant="primary"
          icon={<Plus />}
          href={scheduleHref({ view, date, panel: 'new' })}
          scroll={false}
        >
          <span className="max-sm:sr-only">{t('newSession')}</span>
        </ButtonLink>
      )}
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
