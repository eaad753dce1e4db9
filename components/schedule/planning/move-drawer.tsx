'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import type { Action } from '#components/forms/use-action.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { dayKey, formatDay, formatTime, formatTimeRange } from '#lib/time/format.ts'
import type { WallTime } from '#lib/time/zones.ts'
import { ChangePreview, type ChangePreviewData } from './change-preview.tsx'
import { choicesIn } from './clock-choices.tsx'
import { explainCollisions } from './collisions.tsx'
import type { ChangedSession, PlannedSession } from './planned-session.ts'
import { ScopeChoice } from './scope-choice.tsx'
import { TimeFields } from './time-fields.tsx'
import { useEditedSession } from './use-edited-session.ts'
import { useUndo } from './use-undo.ts'

type MoveDrawerProps = {
  session: ClassSession
  /** The start and end on the clocks of the class's zone. */
  start: WallTime
  end: WallTime
  /** The viewer's time zone. */
  zone: string
  closeHref: string
  action: Action<ChangedSession>
  preview: Action<ChangePreviewData>
  undo: Action<unknown>
}

/** Moves a session, or also the following sessions of its series, to another time. */
export function MoveDrawer({ zone, closeHref, action, preview, undo, ...given }: MoveDrawerProps) {
  const t = useTranslations('admin.move')
  const [{ start, end }, fillIn] = useState({ start: given.start, end: given.end })
  const { opened: session, edited } = useEditedSession(given.session, zone, (loaded) =>
    fillIn({ start: wallIn(loaded, loaded.startsAt), end: wallIn(loaded, loaded.endsAt) }),
  )
  const toastWithUndo = useUndo(undo)
  const when = ({ startsAt, endsAt }: PlannedSession) => ({
    day: formatDay(startsAt, zone),
    time: formatTimeRange(startsAt, endsAt, zone),
  })
  const toInput = (fields: Record<string, string>) => ({
    ...fields,
    sessionId: session.id,
    choices: choicesIn(fields),
  })
  return (
    <DrawerForm
      title={t('title')}
      meta={session.classTitle}
      closeHref={closeHref}
      submit={t('submit')}
      busyLabel={t('busy')}
      action={action}
      toInput={toInput}
      edited={edited}
      onDone={(moved) => toastWithUndo(t('done', when(moved)), moved)}
      explain={explainCollisions(zone)}
    >
      {(faults) => (
        <ChangePreview session={session} zone={zone} preview={preview} toInput={toInput}>
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
          <ScopeChoice session={session} zone={zone} />
        </ChangePreview>
      )}
    </DrawerForm>
  )
}

/** The wall time in the zone of the session's class. */
function wallIn({ timeZone }: ClassSession, iso: string): WallTime {
  return { date: dayKey(iso, timeZone), time: formatTime(iso, timeZone) }
}
