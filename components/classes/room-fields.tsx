import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { type Choices, OptionalSelect } from '#components/ui/optional-select.tsx'
import type { CourseClass } from '#lib/classes/api.ts'

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
