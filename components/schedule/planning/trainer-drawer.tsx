'use client'

import { useTranslations } from 'next-intl'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import { explainCollisions } from './collisions.tsx'
import type { Planned } from './planned.ts'

export type Candidate = {
  id: string
  name: string
  /** What they teach at that time. */
  busyWith: string | null
}

type TrainerDrawerProps = {
  session: ClassSession
  /** The session's own trainer among them. */
  candidates: Candidate[]
  zone: string
  closeHref: string
  action: Action<Planned>
}

/** Gives a session to another trainer; each one shows whether they are free then. */
export function TrainerDrawer({ session, candidates, zone, closeHref, action }: TrainerDrawerProps) {
  const t = useTranslations('admin.trainer')
  const toast = useToast()
  return (
    <DrawerForm
      title={t('title')}
      meta={session.classTitle}
      closeHref={closeHref}
      submit={t('submit')}
      busyLabel={t('busy')}
      action={action}
      toInput={(fields) => ({ ...fields, sessionId: session.id })}
      onDone={(changed) => toast({ text: t('done', { name: changed.trainer.name }) })}
      explain={explainCollisions(zone)}
    >
      {(faults) => (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-sm font-medium">{t('legend')}</legend>
          {candidates.map(({ id, name, busyWith }) => (
            <label
              key={id}
              className="flex cursor-pointer items-center gap-2.75 rounded-[12px] border px-3 py-2.5 has-checked:border-text has-checked:ring-1 has-checked:ring-text has-checked:ring-inset has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="trainerId"
                value={id}
                required
                defaultChecked={id === session.trainer.id}
                className="size-4.5 flex-none appearance-none rounded-full border-[1.5px] border-control outline-none checked:border-[5.5px] checked:border-text"
              />
              <Avatar id={id} name={name} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{name}</span>
                <span className="block truncate text-sm text-text-2">
                  {id === session.trainer.id
                    ? t('now')
                    : busyWith
                      ? t('teaches', { title: busyWith })
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
      )}
    </DrawerForm>
  )
}
