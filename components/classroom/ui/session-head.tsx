import { useTranslations } from 'next-intl'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { dayKey, formatDay, formatTimeRange } from '#lib/time/format.ts'

type SessionHeadProps = { session: SessionDetail; zone: string; now: number }

/** Class title, session number and time. */
export function SessionHead({ session, zone, now }: SessionHeadProps) {
  const t = useTranslations('preview')
  const { title, classTitle, number, sessionCount } = session
  return (
    <>
      <h1 className="mt-2.5 mb-1.5 text-[1.5rem] leading-7.5 font-semibold tracking-[-.02em] text-balance sm:text-h1">
        {classTitle}
      </h1>
      <p className="text-lg text-text-2">
        {title === classTitle
          ? t('session', { number, numberOf: sessionCount })
          : t('sessionTitled', { number, numberOf: sessionCount, title })}
        <br />
        <SessionTime session={session} zone={zone} now={now} />
      </p>
    </>
  )
}

export function SessionTime({ session: { startsAt, endsAt }, zone, now }: SessionHeadProps) {
  const t = useTranslations('preview')
  const time = formatTimeRange(startsAt, endsAt, zone)
  const isToday = dayKey(startsAt, zone) === dayKey(new Date(now).toISOString(), zone)
  return (
    <span className="tabular-nums">
      {isToday ? t('today', { time }) : t('onDay', { day: formatDay(startsAt, zone), time })}
    </span>
  )
}
