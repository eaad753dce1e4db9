import { useTranslations } from 'next-intl'
import { firstName } from '#components/classroom/ui/first-name.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Countdown } from '#components/ui/countdown.tsx'
import { Trail } from '#components/ui/dunes.tsx'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'

type WaitingHeroProps = { session: SessionDetail; viewer: Viewer; serverTime: string; now: number }

/** The countdown to the start, above the trail. */
export function WaitingHero({ session, viewer, serverTime, now }: WaitingHeroProps) {
  const t = useTranslations('lobby')
  const common = useTranslations('common')
  const { number, sessionCount, startsAt } = session
  const isInLobby = session.joinRefusal === 'not_admitted'
  const trainer = firstName(session.trainer.name)
  const minutesLate = Math.floor((now - Date.parse(startsAt)) / MINUTE_MS)
  const time = formatZonedTime(startsAt, viewer.zone)
  return (
    <div
      data-theme="dark"
      className="relative flex h-72 flex-col items-center overflow-hidden rounded-[18px] bg-night px-5 pt-7 text-center shadow-2 sm:h-103 sm:rounded-stage sm:pt-14"
    >
      <div className="absolute inset-x-0 bottom-0 h-16 sm:h-26">
        <Trail
          number={number}
          numberOf={sessionCount}
          label={common('sessionOf', { number, numberOf: sessionCount })}
          description={common('courseProgress', { number, numberOf: sessionCount })}
        />
      </div>
      <div className="relative">
        <Countdown
          until={startsAt}
          now={serverTime}
          caption={t('until')}
          captionAfter={t('late', { minutes: Math.max(0, minutesLate), time })}
          className="text-[3rem] leading-[1.04] sm:text-[4rem]"
        />
      </div>
      <p className="relative mt-3 text-[1.125rem] leading-6.5 font-semibold tracking-[-.012em] sm:mt-5 sm:text-h2">
        {isInLobby ? t('admission.lead', { trainer }) : t('lead')}
      </p>
      <p className="relative mt-1 max-w-100 text-text-2">
        {isInLobby ? t('admission.hint', { trainer }) : t('leadHint', { trainer })}
      </p>
    </div>
  )
}
