import { CalendarClock, CircleAlert, DoorOpen, MonitorCheck, Video } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LastCheck } from '#components/classroom/device-check/last-check.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { Trail } from '#components/ui/dunes.tsx'
import type { DeviceCheck } from '#lib/device-check/api.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatDay, formatTimeRange, formatZonedTime } from '#lib/time/format.ts'
import { CompanionLink } from './companion-link.tsx'
import { dayNameOf } from './day-name.ts'
import { NightHero } from './night-hero.tsx'
import { SessionBadge } from './session-badge.tsx'

type NextClassHeroProps = {
  session: SessionDetail
  zone: string
  now: string
  /** The student's last device check. */
  lastCheck: DeviceCheck | null
  /** The student's seat. */
  seat: ReactNode
}

/** The student's next or running class: time, trainer, countdown and join button. */
export function NextClassHero({ session, zone, now, lastCheck, seat: ownPlace }: NextClassHeroProps) {
  const t = useTranslations('student')
  const common = useTranslations('common')
  const place = { number: session.number, numberOf: session.sessionCount }
  const room = `/sessions/${session.id}/room` as const
  return (
    <NightHero
      titleId="next-class"
      trail={
        <Trail {...place} label={common('sessionOf', place)} description={common('courseProgress', place)} />
      }
      aside={
        session.status === 'scheduled' ? (
          <Countdown
            until={session.startsAt}
            now={now}
            caption={t('untilStart')}
            captionAfter={t('startTimeReached')}
            className="text-[2.75rem] leading-none sm:text-[4rem]"
          />
        ) : null
      }
    >
      {session.status === 'in_progress' ? (
        <SessionBadge status={session.status} />
      ) : (
        <Badge tone="info" icon={<CalendarClock />}>
          {t('nextClass')}
        </Badge>
      )}
      <h1
        id="next-class"
        className="mt-3.5 mb-2 text-[1.625rem] leading-[1.2] font-semibold tracking-[-.022em] sm:text-[2rem]"
      >
        {session.classTitle}
      </h1>
      <p className="text-lg text-text-2">
        {session.title === session.classTitle
          ? t('sessionWith', { number: session.number, trainer: session.trainer.name })
          : t('sessionTitleWith', {
              number: session.number,
              title: session.title,
              trainer: session.trainer.name,
            })}
        <span className="block tabular-nums">
          {t('when', {
            day: dayNameOf(session.startsAt, now, zone),
            date: formatDay(session.startsAt, zone),
            time: formatTimeRange(session.startsAt, session.endsAt, zone),
          })}
        </span>
      </p>
      {session.joinRefusal === 'removed' ? (
        <Note icon={<CircleAlert />}>{t('removed')}</Note>
      ) : (
        <>
          <div className="mt-5.5 flex flex-col gap-2.5 sm:flex-row sm:flex-wrap">
            <ButtonLink href={`${room}?join`} variant="primary" size="lg" icon={<Video />}>
              {t('join')}
            </ButtonLink>
            <CompanionLink session={session} size="lg" />
            <ButtonLink href={`/check?session=${session.id}`} size="lg">
              {t('check')}
            </ButtonLink>
          </div>
          {lastCheck ? (
            <Note icon={<MonitorCheck />}>
              <LastCheck check={lastCheck} zone={zone} now={now} />
            </Note>
          ) : null}
          {session.joinRefusal === 'not_started' ? (
            <Note icon={<DoorOpen />}>{t('opensAtStart')}</Note>
          ) : null}
          {session.startedAt ? (
            <Note icon={<DoorOpen />}>
              {t('runsSince', {
                time: formatZonedTime(session.startedAt, zone),
              })}
            </Note>
          ) : null}
          {ownPlace ? <div className="mt-3.5">{ownPlace}</div> : null}
        </>
      )}
    </NightHero>
  )
}

function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="mt-3.5 flex items-start gap-1.75 text-sm text-text-2 [&_svg]:mt-0.5 [&_svg]:size-3.75 [&_svg]:flex-none">
      {icon}
      {children}
    </p>
  )
}
