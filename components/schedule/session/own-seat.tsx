'use client'

import { MapPin, Monitor, Repeat2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import { dayKey, formatDay, formatZonedTime } from '#lib/time/format.ts'

type OwnSeatProps = {
  session: Pick<ClassSession, 'id' | 'startsAt' | 'location' | 'inPersonCapacity' | 'abilities'>
  seat: NonNullable<ClassSession['seat']>
  studentId: string
  zone: string
  switchSeat: Action<unknown>
}

/** A student's seat in a session, and the button to switch its kind while that is allowed. */
export function OwnSeat({ session, seat: place, studentId, zone, switchSeat }: OwnSeatProps) {
  const t = useTranslations('seats.own')
  const toast = useToast()
  const { kind, waitlistedFor } = place
  const other = kind === 'online' ? 'in_person' : 'online'
  const ask = { sessionId: session.id, studentId }
  const change = useAction(switchSeat, () => toast({ text: t(`switched.${other}`) }))
  const wait = useAction(switchSeat, () => toast({ text: t('joinedWaitlist') }))
  const stay = useAction(switchSeat, () => toast({ text: t('leftWaitlist') }))
  if (session.inPersonCapacity === 0) return null
  const failure = wait.failure ?? stay.failure ?? change.failure
  return (
    <section aria-label={t('title')} className="flex flex-col items-start gap-2.5">
      <p className="flex items-start gap-1.75 text-sm text-text-2 [&_svg]:mt-0.5 [&_svg]:size-3.75 [&_svg]:flex-none">
        {kind === 'online' ? <Monitor /> : <MapPin />}
        <span>
          {kind === 'in_person' && session.location
            ? t('roomAt', { location: session.location.name })
            : t(kind)}
          {waitlistedFor ? <span className="block">{t(`waitlistedFor.${waitlistedFor}`)}</span> : null}
        </span>
      </p>
      {session.abilities.canSwitchSeat ? (
        <div className="flex flex-wrap gap-2">
          {waitlistedFor ? (
            <Button
              size="sm"
              busy={stay.busy}
              busyLabel={t('switching')}
              onClick={() => stay.run({ ...ask, kind })}
            >
              {t(`leaveWaitlist.${kind}`)}
            </Button>
          ) : (
            <Button
              size="sm"
              icon={<Repeat2 />}
              busy={change.busy}
              busyLabel={t('switching')}
              onClick={() => change.run({ ...ask, kind: other })}
            >
              {t(`switchTo.${other}`, { time: until(place.switchUntil, session.startsAt, zone) })}
            </Button>
          )}
          {failure && !waitlistedFor ? (
            <Button
              size="sm"
              busy={wait.busy}
              busyLabel={t('switching')}
              onClick={() => wait.run({ ...ask, kind: other, whenFull: 'waitlist' })}
            >
              {t('joinWaitlist')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {failure ? (
        <p role="alert" className="text-sm text-bad-text">
          {failure.message}
        </p>
      ) : null}
    </section>
  )
}

/** `17:00`, with the day if it differs from the session's. */
function until(iso: string, startsAt: string, zone: string): string {
  const time = formatZonedTime(iso, zone)
  return dayKey(iso, zone) === dayKey(startsAt, zone) ? time : `${formatDay(iso, zone)}, ${time}`
}
