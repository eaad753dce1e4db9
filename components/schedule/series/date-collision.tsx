import { UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CollisionList } from '#components/schedule/planning/collision-list.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import type { SeriesDate } from '#lib/sessions/series/api.ts'
import { formatDay } from '#lib/time/format.ts'
import type { SeriesDraft } from './series-draft.ts'

type DateCollisionProps = {
  date: SeriesDate
  draft: SeriesDraft
  trainers: { id: string; name: string }[]
  zone: string
  onChange: (changed: Partial<SeriesDraft>) => void
}

/** A date whose trainer or location is booked, with the choice of a substitute or of skipping the date. */
export function DateCollision({ date, draft, trainers, zone, onChange }: DateCollisionProps) {
  const t = useTranslations('series.preview')
  const day = date.startsAt ? formatDay(date.startsAt, zone) : date.date
  return (
    <section className="rounded-[12px] border bg-surface p-4">
      <h3 className="flex gap-2 font-semibold">
        <UserX className="mt-0.75 size-4.5 flex-none text-late-text" />
        {t('collides', { day })}
      </h3>
      <CollisionList collisions={date.collisions.filter(({ kind }) => kind !== 'student')} zone={zone} />
      <Field label={t('teaches')}>
        {(control) => (
          <Select
            {...control}
            value={date.trainerId}
            onChange={(event) =>
              onChange({ substitutes: { ...draft.substitutes, [date.date]: event.target.value } })
            }
          >
            {trainers.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === draft.trainerId ? t('own', { name }) : name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button
        size="sm"
        className="mt-3"
        onClick={() => onChange({ leaveOut: [...draft.leaveOut, date.date] })}
      >
        {t('orLeave')}
      </Button>
    </section>
  )
}
