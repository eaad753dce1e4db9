'use client'

import { useTranslations } from 'next-intl'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import { pickChanged } from '#components/forms/pick-changed.ts'
import type { Action } from '#components/forms/use-action.ts'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { type Choices, OptionalSelect } from '#components/ui/optional-select.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { explainCollisions } from './collisions.tsx'
import type { PlannedSession } from './planned-session.ts'
import { useEditedSession } from './use-edited-session.ts'

type CapacityDrawerProps = {
  session: ClassSession
  /** The possible locations. */
  locations: Choices
  zone: string
  closeHref: string
  action: Action<PlannedSession>
}

/** Changes the online and in-person capacity of a session and its location. */
export function CapacityDrawer({ locations, zone, closeHref, action, ...given }: CapacityDrawerProps) {
  const t = useTranslations('admin.capacity')
  const toast = useToast()
  const { opened: session, edited } = useEditedSession(given.session, zone)
  const held = session.mode !== 'ONLINE'

  function toInput({ capacity, inPersonCapacity, locationId }: Record<string, string>) {
    const places = { capacity: Number(capacity) }
    const filled = held
      ? { ...places, inPersonCapacity: Number(inPersonCapacity), locationId: locationId || null }
      : places
    const was = {
      capacity: session.capacity,
      inPersonCapacity: session.inPersonCapacity,
      locationId: session.location?.id ?? null,
    }
    return { sessionId: session.id, ...pickChanged(filled, was) }
  }

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
      onDone={() => toast({ text: t('done') })}
      explain={explainCollisions(zone)}
    >
      {(faults) => (
        <>
          <CapacityField
            name="capacity"
            least={1}
            capacity={session.capacity}
            taken={session.seatsTaken}
            fault={faults.capacity}
          />
          {held ? (
            <>
              <CapacityField
                name="inPersonCapacity"
                least={0}
                capacity={session.inPersonCapacity}
                taken={session.inPersonSeatsTaken}
                fault={faults.inPersonCapacity}
              />
              <OptionalSelect
                name="locationId"
                label={t('location')}
                none={t('noLocation')}
                error={faults.locationId}
                choices={locations}
                chosen={session.location}
              />
            </>
          ) : null}
        </>
      )}
    </DrawerForm>
  )
}

type CapacityFieldProps = {
  name: 'capacity' | 'inPersonCapacity'
  least: number
  capacity: number
  taken: number
  fault: string | undefined
}

function CapacityField({ name, least, capacity: places, taken, fault }: CapacityFieldProps) {
  const t = useTranslations('admin.capacity')
  return (
    <Field label={t(name)} hint={t('taken', { taken })} error={fault}>
      {(control) => (
        <Input
          {...control}
          type="number"
          name={name}
          required
          min={least}
          max={MAX_NUMBER.capacity}
          defaultValue={places}
          className="max-w-32"
        />
      )}
    </Field>
  )
}
