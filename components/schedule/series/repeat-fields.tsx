import { useTranslations } from 'next-intl'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Segment } from '#components/ui/segment.tsx'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { MonthlyOnField } from './monthly-on-field.tsx'
import { type SeriesDraft, WEEKDAYS } from './series-draft.ts'

type RepeatFieldsProps = {
  draft: SeriesDraft
  onChange: (changed: Partial<SeriesDraft>) => void
  fault: string | undefined
}

const repeats = ['weekly', 'biweekly', 'monthly', 'own'] as const

/** The weekdays, the first date and the end of a series. */
export function RepeatFields({ draft, onChange, fault }: RepeatFieldsProps) {
  const t = useTranslations('series')
  const weekly = draft.repeat === 'weekly' || draft.repeat === 'biweekly'
  return (
    <section className="flex flex-col gap-4 border-t pt-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-h3">{t('repeats')}</h2>
        <Segment
          label={t('repeats')}
          name="repeat"
          choices={repeats.map((value) => ({ value, label: t(`repeat.${value}`) }))}
          value={draft.repeat}
          onChange={(repeat) => onChange({ repeat })}
        />
      </div>
      {weekly ? <Weekdays draft={draft} onChange={onChange} /> : null}
      {draft.repeat === 'own' ? (
        <Field label={t('ownRule')} hint={t('ownRuleHint')} error={fault}>
          {(control) => (
            <LimitedInput
              {...control}
              required
              longest={MAX_LENGTH.recurrenceRule}
              asSent
              autoComplete="off"
              value={draft.customRule}
              onChange={(event) => onChange({ customRule: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('firstDate')} error={draft.repeat === 'own' ? undefined : fault}>
          {(control) => (
            <Input
              {...control}
              type="date"
              required
              value={draft.firstDate}
              onChange={(event) => onChange({ firstDate: event.target.value })}
            />
          )}
        </Field>
        {draft.repeat === 'own' ? null : <End draft={draft} onChange={onChange} />}
      </div>
      {draft.repeat === 'monthly' && draft.firstDate ? (
        <MonthlyOnField draft={draft} onChange={onChange} />
      ) : null}
    </section>
  )
}

type DraftFieldProps = Pick<RepeatFieldsProps, 'draft' | 'onChange'>

function Weekdays({ draft, onChange }: DraftFieldProps) {
  const t = useTranslations('series')
  return (
    <fieldset className="grid grid-cols-4 gap-1.5 sm:grid-cols-7">
      <legend className="sr-only">{t('weekdays')}</legend>
      {WEEKDAYS.map((day) => (
        <label
          key={day}
          className="grid h-9.5 cursor-pointer place-items-center rounded-control border border-border-strong font-medium text-text-2 has-checked:border-text has-checked:bg-text has-checked:text-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus pointer-coarse:h-11"
        >
          <input
            type="checkbox"
            className="sr-only"
            checked={draft.weekdays.includes(day)}
            onChange={(event) =>
              onChange({
                weekdays: event.target.checked
                  ? [...draft.weekdays, day]
                  : draft.weekdays.filter((chosen) => chosen !== day),
              })
            }
          />
          {t(`days.${day}`)}
        </label>
      ))}
    </fieldset>
  )
}

function End({ draft, onChange }: DraftFieldProps) {
  const t = useTranslations('series')
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{t('ends')}</span>
      <div className="flex flex-wrap gap-2">
        <Segment
          label={t('ends')}
          name="ends"
          choices={[
            { value: 'date' as const, label: t('onDate') },
            { value: 'count' as const, label: t('after') },
          ]}
          value={draft.ends}
          onChange={(ends) => onChange({ ends })}
        />
        {draft.ends === 'count' ? (
          <Input
            aria-label={t('dates')}
            type="number"
            required
            min={1}
            max={MAX_NUMBER.seriesDates}
            className="max-w-28"
            value={draft.count}
            onChange={(event) => onChange({ count: event.target.value })}
          />
        ) : (
          <Input
            aria-label={t('lastDate')}
            type="date"
            required
            min={draft.firstDate}
            className="max-w-44"
            value={draft.until}
            onChange={(event) => onChange({ until: event.target.value })}
          />
        )}
      </div>
    </div>
  )
}
