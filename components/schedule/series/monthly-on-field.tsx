import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { dayInMonth, type MonthlyOn, type SeriesDraft, weekdayInMonth, weekdayOf } from './series-draft.ts'

const days: MonthlyOn[] = ['weekday', 'monthDay', 'lastDay']

type MonthlyOnFieldProps = {
  draft: Pick<SeriesDraft, 'firstDate' | 'monthlyOn'>
  onChange: (changed: Partial<SeriesDraft>) => void
}

/** The day of each month, described by the first date. */
export function MonthlyOnField({ draft, onChange }: MonthlyOnFieldProps) {
  const t = useTranslations('series')
  const { firstDate } = draft
  const values = {
    nth: weekdayInMonth(firstDate).slice(0, -2),
    weekday: t(`longDays.${weekdayOf(firstDate)}`),
    day: dayInMonth(firstDate),
  }
  return (
    <Field label={t('monthlyOn')}>
      {(control) => (
        <Select
          {...control}
          className="sm:max-w-64"
          value={draft.monthlyOn}
          onChange={({ target }) =>
            onChange({ monthlyOn: days.find((day) => day === target.value) ?? 'weekday' })
          }
        >
          {days.map((day) => (
            <option key={day} value={day}>
              {t(`monthlyOnDay.${day}`, values)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
