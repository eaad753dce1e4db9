import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import type { SeriesClass, SeriesDraft } from './series-draft.ts'

type PlacesFieldsProps = {
  draft: SeriesDraft
  course: SeriesClass | undefined
  locations: { id: string; name: string }[]
  fault: (field: string) => string | undefined
  onChange: (changed: Partial<SeriesDraft>) => void
}

/** How many may take part and where, each as in the class unless it is filled in. */
export function PlacesFields({ draft, course, locations, fault, onChange }: PlacesFieldsProps) {
  const t = useTranslations('series')
  const hasRoom = course !== undefined && course.mode !== 'ONLINE'
  const places = (name: 'capacity' | 'roomCapacity', least: number) => (
    <Field label={t(name)} hint={t('placesHint')} error={fault(name)}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={least}
          max={1000}
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
      {hasRoom ? (
        <>
          {places('roomCapacity', 0)}
          <Field label={t('location')} error={fault('locationId')}>
            {(control) => (
              <Select
                {...control}
                value={draft.locationId}
                onChange={(event) => onChange({ locationId: event.target.value })}
              >
                <option value="">
                  {course.location ? t('classLocation', { location: course.location }) : t('noLocation')}
                </option>
                {locations.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </>
      ) : null}
    </>
  )
}
