import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { type Choices, OptionalSelect } from '#components/ui/optional-select.tsx'
import type { CourseClass } from '#lib/classes/api.ts'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'

type InPersonFieldsProps = {
  course?: Pick<CourseClass, 'inPersonCapacity' | 'location'>
  locations: Choices
  faults: Record<string, string>
}

/** The location of a class and its number of in-person seats. */
export function InPersonFields({ course, locations, faults }: InPersonFieldsProps) {
  const t = useTranslations('classes.form')
  return (
    <>
      <Field label={t('inPersonCapacity')} hint={t('inPersonCapacityHint')} error={faults.inPersonCapacity}>
        {(control) => (
          <Input
            {...control}
            type="number"
            name="inPersonCapacity"
            required
            min={0}
            max={MAX_NUMBER.capacity}
            defaultValue={course?.inPersonCapacity ?? 0}
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
