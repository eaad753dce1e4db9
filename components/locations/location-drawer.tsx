'use client'

import { useTranslations } from 'next-intl'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { pickChanged } from '#components/forms/pick-changed.ts'
import type { Action } from '#components/forms/use-action.ts'
import { useEditedRecord } from '#components/forms/use-edited-record.ts'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import type { Location } from '#lib/locations/api.ts'
import { ArchiveLocation } from './archive-location.tsx'
import { useLocationFacts } from './use-location-facts.ts'

const USUAL_CAPACITY = 20

type LocationDrawerProps = {
  /** The location to change; without it, the form creates one. */
  location?: Location
  zone: string
  closeHref: string
  save: Action<{ name: string }>
  /** Archives or restores it. */
  change: Action<{ name: string }>
}

/** Creates or changes a location. */
export function LocationDrawer({ location, zone, closeHref, save, change }: LocationDrawerProps) {
  const t = useTranslations('locations.form')
  const toast = useToast()
  const { opened, edited } = useEditedRecord(location, {
    currentIn: (conflict) => (conflict.subject === 'location' ? conflict.now : null),
    facts: useLocationFacts(),
  })
  return (
    <DrawerForm
      title={location ? t('change') : t('new')}
      meta={location ? location.name : t('newMeta')}
      closeHref={closeHref}
      submit={location ? t('submitChange') : t('submitNew')}
      busyLabel={t('busy')}
      action={save}
      toInput={({ name = '', capacity }) => ({
        locationId: location?.id,
        ...pickChanged({ name, capacity: Number(capacity) }, opened),
      })}
      edited={edited}
      onDone={({ name }) => toast({ text: location ? t('changed', { name }) : t('created', { name }) })}
    >
      {(faults) => (
        <>
          <Field label={t('name')} error={faults.name}>
            {(control) => (
              <LimitedInput
                {...control}
                name="name"
                required
                longest={MAX_LENGTH.location}
                autoComplete="off"
                defaultValue={opened?.name}
              />
            )}
          </Field>
          <Field label={t('capacity')} error={faults.capacity}>
            {(control) => (
              <Input
                {...control}
                type="number"
                name="capacity"
                required
                min={1}
                max={MAX_NUMBER.capacity}
                defaultValue={opened?.capacity ?? USUAL_CAPACITY}
                className="max-w-32"
              />
            )}
          </Field>
          {location ? (
            <ArchiveLocation location={location} zone={zone} closeHref={closeHref} change={change} />
          ) : null}
        </>
      )}
    </DrawerForm>
  )
}
