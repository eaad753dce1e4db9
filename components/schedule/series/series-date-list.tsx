import { useTranslations } from 'next-intl'
import { classes } from '#components/ui/classes.ts'
import type { SeriesDate, SeriesPreview } from '#lib/sessions/series/api.ts'
import { formatDay } from '#lib/time/format.ts'
import type { SeriesDraft } from './series-draft.ts'

type SeriesDateListProps = {
  preview: SeriesPreview
  draft: SeriesDraft
  onChange: (changed: Partial<SeriesDraft>) => void
}

/** All dates with their numbers; a press skips a date or restores it. */
export function SeriesDateList({ preview, draft, onChange }: SeriesDateListProps) {
  const t = useTranslations('series.preview')
  const numbers = new Map(
    preview.dates.filter(({ state }) => state === 'planned').map(({ date }, index) => [date, index + 1]),
  )

  function toggle({ date, state }: SeriesDate) {
    if (state === 'planned' || state === 'question') {
      return onChange({
        leaveOut: [...draft.leaveOut, date],
        add: draft.add.filter((added) => added !== date),
      })
    }
    const choices = Object.entries(draft.choices).filter(([wall]) => !wall.startsWith(date))
    onChange({
      leaveOut: draft.leaveOut.filter((left) => left !== date),
      add: state === 'holiday' ? [...draft.add, date] : draft.add,
      choices: Object.fromEntries(choices),
    })
  }

  return (
    <section>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-semibold">{t('allDates')}</h3>
        <p className="text-xs text-text-2">{t('hint')}</p>
      </div>
      <ol className="mt-1 grid gap-x-5 @sm:grid-cols-2">
        {preview.dates.map((date) => {
          // Noon in UTC, formatted in UTC, is always on the date itself.
          const day = formatDay(`${date.date}T12:00:00Z`, 'UTC')
          const planned = date.state === 'planned' || date.state === 'question'
          return (
            <li key={date.date} className="border-b">
              <button
                type="button"
                aria-pressed={planned}
                onClick={() => toggle(date)}
                className="flex w-full items-baseline gap-2.5 py-1.25 text-left text-sm tabular-nums hover:bg-hover pointer-coarse:min-h-11"
              >
                <span className="w-5 flex-none text-text-2">{numbers.get(date.date) ?? ''}</span>
                <span className={classes('font-medium', !planned && 'text-text-2 line-through')}>{day}</span>
                <span className="ml-auto truncate text-xs text-text-2">
                  <State date={date} />
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function State({ date }: { date: SeriesDate }) {
  const t = useTranslations('series.preview')
  switch (date.state) {
    case 'planned':
      return null
    case 'skipped':
      return t('leftOut')
    case 'holiday':
      return t('holiday', { name: date.holiday ?? '' })
    case 'question':
      return <b className="font-semibold text-late-text">{t('choose')}</b>
  }
}
