'use client'

import { useTranslations } from 'next-intl'
import { changedOnly } from '#components/forms/changed-only.ts'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { type Choices, OptionalSelect } from '#components/ui/optional-select.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import { explainCollisions } from './collisions.tsx'
import type { Planned } from './planned.ts'
import { useEditedSession } from './use-edited-session.ts'

type PlacesDrawerProps = {
  session: ClassSession
  /** Where it could be held. */
  locations: Choices
  zone: string
  closeHref: string
  action: Action<Planned>
}

/** How many may take part online and in the room, and where that is. */
export function PlacesDrawer({ locations, zone, closeHref, action, ...given }: PlacesDrawerProps) {
  const t = useTranslations('admin.places')
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
    return { sessionId: session.id, ...changedOnly(filled, was) }
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
          <Places
            name="capacity"
            least={1}
            places={session.capacity}
            taken={session.seatsTaken}
            fault={faults.capacity}
          />
          {held ? (
            <>
              <Places
                name="inPersonCapacity"
                least={0}
                places={session.inPersonCapacity}
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

type PlacesProps = {
  name: 'capacity' | 'inPersonCapacity'
  least: number
  places: number
  taken: number
  fault: string | undefined
}

function Places({ name, least, places, taken, fault }: PlacesProps) {
  const t = useTranslations('admin.places')
  return (
    <Field label={t(name)} hint={t('taken', { taken })} error={fault}>
      {(control) => (
        <Input
          {...control}
          type="number"
          name={name}
          required
          min={least}
          max={1000}
          defaultValue={places}
          className="max-w-32"
        />
      )}
    </Field>
  )
}
