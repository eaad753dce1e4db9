'use client'

import { useTranslations } from 'next-intl'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'
import type { WallTime } from '#lib/time/zones.ts'
import { explainCollisions } from './collisions.tsx'
import type { Planned } from './planned.ts'
import { TimeFields } from './time-fields.tsx'

type MoveDrawerProps = {
  session: ClassSession
  /** Its start and end by the clocks of its class's zone. */
  start: WallTime
  end: WallTime
  /** The viewer's. */
  zone: string
  closeHref: string
  action: Action<Planned>
}

/** Gives a session another time. */
export function MoveDrawer({ session, start, end, zone, closeHref, action }: MoveDrawerProps) {
  const t = useTranslations('admin.move')
  const toast = useToast()
  const when = ({ startsAt, endsAt }: Planned) => ({
    day: formatDay(startsAt, zone),
    time: formatTimeRange(startsAt, endsAt, zone),
  })
  return (
    <DrawerForm
      title={t('title')}
      meta={session.classTitle}
      closeHref={closeHref}
      submit={t('submit')}
      busyLabel={t('busy')}
      action={action}
      toInput={(fields) => ({ ...fields, sessionId: session.id })}
      onDone={(moved) => toast({ text: t('done', when(moved)) })}
      explain={explainCollisions(zone)}
    >
      {(faults) => (
        <>
          <p className="rounded-control bg-canvas px-3 py-2.5 tabular-nums">
            <span className="block text-sm text-text-2">{t('was')}</span>
            {t('planned', when(session))}
          </p>
          <TimeFields
            zone={session.timeZone}
            date={start.date}
            start={start.time}
            end={end.time}
            faults={faults}
          />
        </>
      )}
    </DrawerForm>
  )
}
