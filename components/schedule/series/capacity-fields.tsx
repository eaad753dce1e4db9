import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { type Choices, OptionalSelect } from '#components/ui/optional-select.tsx'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'
import type { SeriesClass, SeriesDraft } from './series-draft.ts'

type CapacityFieldsProps = {
  draft: SeriesDraft
  course: SeriesClass | undefined
  locations: Choices
  fault: (field: string) => string | undefined
  onChange: (changed: Partial<SeriesDraft>) => void
}

/** The capacity and location of a series; an empty field takes the value of the class. */
export function CapacityFields({ draft, course, locations, fault, onChange }: CapacityFieldsProps) {
  const t = useTranslations('series')
  const hasInPerson = course !== undefined && course.mode !== 'ONLINE'
  const places = (name: 'capacity' | 'inPersonCapacity', least: number) => (
    <Field label={t(name)} hint={t('capacityHint')} error={fault(name)}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={least}
          max={MAX_NUMBER.capacity}
          placeholder={course ? `${course[name]}` : undefined}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      {places('capacity', 1)}
      {hasInPerson ? (
        <>
          {places('inPersonCapacity', 0)}
          <OptionalSelect
            key={course.id}
            name="locationId"
            label={t('location')}
            none={course.location ? t('classLocation', { location: course.location }) : t('noLocation')}
            error={fault('locationId')}
            choices={locations}
            onChange={(locationId) => onChange({ locationId })}
          />
        </>
      ) : null}
    </>
  )
}
