'use client'

import { useTranslations } from 'next-intl'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import type { Planned } from './planned.ts'

type PlacesDrawerProps = { session: ClassSession; closeHref: string; action: Action<Planned> }

/** How many may take part online. */
export function PlacesDrawer({ session, closeHref, action }: PlacesDrawerProps) {
  const t = useTranslations('admin.places')
  const toast = useToast()
  return (
    <DrawerForm
      title={t('title')}
      meta={session.classTitle}
      closeHref={closeHref}
      submit={t('submit')}
      busyLabel={t('busy')}
      action={action}
      toInput={({ capacity }) => ({ sessionId: session.id, capacity: Number(capacity) })}
      onDone={({ capacity }) => toast({ text: t('done', { capacity }) })}
    >
      {(faults) => (
        <Field label={t('capacity')} hint={t('taken', { taken: session.seatsTaken })} error={faults.capacity}>
          {(control) => (
            <Input
              {...control}
              type="number"
              name="capacity"
              required
              min={1}
              max={1000}
              defaultValue={session.capacity}
              className="max-w-32"
            />
          )}
        </Field>
      )}
    </DrawerForm>
  )
}
