import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import type { CourseClass } from '#lib/classes/api.ts'

export type Choices = { id: string; name: string }[]

type RoomFieldsProps = {
  course?: Pick<CourseClass, 'roomCapacity' | 'location'>
  locations: Choices
  faults: Record<string, string>
}

/** Where a class is held, and how many places there are. */
export function RoomFields({ course, locations, faults }: RoomFieldsProps) {
  const t = useTranslations('classes.form')
  return (
    <>
      <Field label={t('roomCapacity')} hint={t('roomCapacityHint')} error={faults.roomCapacity}>
        {(control) => (
          <Input
            {...control}
            type="number"
            name="roomCapacity"
            required
            min={0}
            max={1000}
            defaultValue={course?.roomCapacity ?? 0}
            className="max-w-32"
          />
        )}
      </Field>
      <OptionalSelect
        name="locationId"
        label={t('location')}
        none={t('noLocation')}
        error={faults.locationId}
        choices={locations}
        chosen={course?.location}
      />
    </>
  )
}

type OptionalSelectProps = {
  name: string
  label: string
  hint?: string
  /** What choosing nothing says. */
  none: string
  error: string | undefined
  choices: Choices
  /** Is offered as well where it is none of the choices any more. */
  chosen: Choices[number] | null | undefined
}

export function OptionalSelect({ name, label, hint, none, error, choices, chosen }: OptionalSelectProps) {
  const missing = chosen && !choices.some(({ id }) => id === chosen.id) ? [chosen] : []
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Select {...control} name={name} defaultValue={chosen?.id ?? ''}>
          <option value="">{none}</option>
          {[...choices, ...missing].map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
