import { ClockAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cityOf } from '#components/schedule/session/class-time.ts'
import type { AmbiguousTime } from '#lib/kernel/refusal.ts'
import { formatDay, formatTime, formatZonedTime } from '#lib/time/format.ts'
import { choiceDot } from './scope-choice.tsx'

type ClockChoicesProps = {
  questions: AmbiguousTime[]
  /** The time zone of the class, and that of the viewer. */
  timeZone: string
  zone: string
  /** Whether a date can be left out. */
  mayLeave: boolean
}

/** Asks for the meaning of wall times that clocks skip or show twice; it is never guessed. */
export function ClockChoices({ questions, timeZone, zone, mayLeave }: ClockChoicesProps) {
  const t = useTranslations('admin.clock')
  return questions.map(({ wall, kind, earlier, later }) => {
    const values = {
      day: formatDay(earlier, timeZone),
      time: wall.split('T')[1] ?? '',
      place: cityOf(timeZone),
    }
    return (
      <fieldset key={wall} className="rounded-[12px] bg-late-soft p-4">
        <legend className="sr-only">{t(kind, values)}</legend>
        <p aria-hidden="true" className="mb-2 flex gap-2 font-semibold">
          <ClockAlert className="mt-0.75 size-4.5 flex-none text-late-text" />
          {t(kind, values)}
        </p>
        <div className="grid gap-2 @sm:grid-cols-2">
          <Choice
            wall={wall}
            meant="earlier"
            label={t(`${kind}Earlier`)}
            at={earlier}
            {...{ timeZone, zone }}
          />
          <Choice wall={wall} meant="later" label={t(`${kind}Later`)} at={later} {...{ timeZone, zone }} />
          {mayLeave ? <Choice wall={wall} meant="skip" label={t('leave')} {...{ timeZone, zone }} /> : null}
        </div>
      </fieldset>
    )
  })
}

type ChoiceProps = {
  wall: string
  meant: 'earlier' | 'later' | 'skip'
  label: string
  at?: string
  timeZone: string
  zone: string
}

function Choice({ wall, meant, label, at, timeZone, zone }: ChoiceProps) {
  const t = useTranslations('admin.clock')
  return (
    <label className="flex cursor-pointer items-center gap-2.5 rounded-control bg-surface px-3 py-2 has-checked:ring-2 has-checked:ring-text has-focus-visible:outline-2 has-focus-visible:outline-focus">
      <input type="radio" name={`choice:${wall}`} value={meant} required className={choiceDot} />
      <span>
        <span className="block font-medium">{label}</span>
        {at ? (
          <span className="block text-xs text-text-2 tabular-nums">
            {t('at', {
              time: formatZonedTime(at, timeZone),
              own: formatTime(at, zone),
            })}
          </span>
        ) : null}
      </span>
    </label>
  )
}

/** The answers among a form's fields. */
export function choicesIn(fields: Record<string, string>): { wall: string; meant: string }[] {
  return Object.entries(fields).flatMap(([name, meant]) =>
    name.startsWith('choice:') ? { wall: name.slice('choice:'.length), meant } : [],
  )
}
