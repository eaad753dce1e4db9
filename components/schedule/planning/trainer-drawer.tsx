'use client'

import { useTranslations } from 'next-intl'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import { ChangePreview, type ChangePreviewData } from './change-preview.tsx'
import { explainCollisions } from './collisions.tsx'
import type { ChangedSession } from './planned-session.ts'
import { choiceDot, choiceRow, ScopeChoice } from './scope-choice.tsx'
import { useEditedSession } from './use-edited-session.ts'
import { useUndo } from './use-undo.ts'

export type Candidate = {
  id: string
  name: string
  /** The session that the trainer teaches at that time. */
  busyWith: string | null
  /** Whether the trainer is away at that time. */
  away: boolean
}

type TrainerDrawerProps = {
  session: ClassSession
  /** Includes the session's current trainer. */
  candidates: Candidate[]
  zone: string
  closeHref: string
  action: Action<ChangedSession>
  preview: Action<ChangePreviewData>
  undo: Action<unknown>
}

/** Assigns a session to another trainer and shows which trainers are free at its time. */
export function TrainerDrawer({
  candidates,
  zone,
  closeHref,
  action,
  preview,
  undo,
  ...given
}: TrainerDrawerProps) {
  const t = useTranslations('admin.trainer')
  const { opened: session, edited } = useEditedSession(given.session, zone)
  const toastWithUndo = useUndo(undo)
  const toInput = (fields: Record<string, string>) => ({ ...fields, sessionId: session.id })
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
      onDone={(changed) => toastWithUndo(t('done', { name: changed.trainer.name }), changed)}
      explain={explainCollisions(zone)}
    >
      {(faults) => (
        <ChangePreview session={session} zone={zone} preview={preview} toInput={toInput}>
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 text-sm font-medium">{t('legend')}</legend>
            {candidates.map(({ id, name, busyWith, away }) => (
              <label key={id} className={choiceRow}>
                <input
                  type="radio"
                  name="trainerId"
                  value={id}
                  required
                  defaultChecked={id === session.trainer.id}
                  className={choiceDot}
                />
                <Avatar id={id} name={name} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{name}</span>
                  <span className="block truncate text-sm text-text-2">
                    {id === session.trainer.id
                      ? t('now')
                      : busyWith
                        ? t('teaches', { title: busyWith })
                        : away
                          ? t('away')
                          : t('free')}
                  </span>
                </span>
              </label>
            ))}
            {faults.trainerId ? <p className="text-sm text-bad-text">{faults.trainerId}</p> : null}
            {session.status === 'in_progress' ? (
              <p className="text-sm text-text-2">{t('live', { name: session.trainer.name })}</p>
            ) : null}
          </fieldset>
          <ScopeChoice session={session} zone={zone} />
        </ChangePreview>
      )}
    </DrawerForm>
  )
}
