import { CalendarPlus, CalendarRange } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Action } from '#components/forms/use-action.ts'
import { scheduleHref } from '#components/schedule/calendar/schedule-href.ts'
import { Waitlist } from '#components/schedule/session/waitlist.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { ClassDetail } from '#lib/classes/api.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'

type CourseSideProps = {
  course: ClassDetail
  zone: string
  removeFromWaitlist: Action<unknown>
  /** The latest audit events of the class and its sessions. */
  history: ReactNode
  archive: ReactNode
}

/** The side column of a class: trainer, next session, waitlist and history. */
export function CourseSide({ course, zone, removeFromWaitlist: takeOut, history, archive }: CourseSideProps) {
  const t = useTranslations('course')
  const { trainer, next } = course
  return (
    <aside
      aria-label={t('about')}
      className="flex flex-col bg-canvas max-lg:border-t lg:w-93 lg:flex-none lg:overflow-y-auto lg:border-l"
    >
      <Block title={t('trainer')}>
        {trainer ? (
          <div className="flex items-center gap-3">
            <Avatar id={trainer.id} name={trainer.name} size="lg" />
            <span className="min-w-0 truncate font-semibold">{trainer.name}</span>
          </div>
        ) : (
          <p className="text-sm text-text-2">{t('noTrainer')}</p>
        )}
      </Block>
      <Block title={t('sessions', { held: course.heldSessions, count: course.sessions })}>
        {next ? (
          <p className="text-sm text-text-2 tabular-nums">
            <Link href={`/sessions/${next.id}`} prefetch={false} className="link">
              {t('nextAt', {
                day: formatDay(next.startsAt, zone),
                time: formatTimeRange(next.startsAt, next.endsAt, zone),
              })}
            </Link>
          </p>
        ) : (
          <p className="text-sm text-text-2">{t('nonePlanned')}</p>
        )}
        {course.archived ? null : (
          <div className="mt-3 flex flex-wrap gap-2">
            <ButtonLink
              href={scheduleHref({ class: course.id, panel: 'new' })}
              size="sm"
              icon={<CalendarPlus />}
            >
              {t('addDate')}
            </ButtonLink>
            <ButtonLink href={`/admin/series/new?class=${course.id}`} size="sm" icon={<CalendarRange />}>
              {t('newSeries')}
            </ButtonLink>
          </div>
        )}
      </Block>
      {next ? (
        <Block title={t('waitlist')} aside={course.waitlist.length > 0 ? course.waitlist.length : null}>
          <Waitlist sessionId={next.id} entries={course.waitlist} zone={zone} removeFromWaitlist={takeOut} />
        </Block>
      ) : null}
      <Block title={t('history')}>{history}</Block>
      <div className="mt-auto border-t px-4 py-3.5 sm:px-6">{archive}</div>
    </aside>
  )
}

function Block({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t px-4 py-4.5 first:border-t-0 sm:px-6">
      <div className="mb-2.5 flex items-baseline justify-between gap-3">
        <h2 className="font-semibold">{title}</h2>
        {aside ? <span className="text-sm text-text-2 tabular-nums">{aside}</span> : null}
      </div>
      {children}
    </section>
  )
}
