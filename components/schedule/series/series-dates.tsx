import { CircleAlert, Send, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { readFields } from '#components/forms/read-fields.ts'
import { ClockChoices, choicesIn } from '#components/schedule/planning/clock-choices.tsx'
import { useNotifiedText } from '#components/schedule/planning/use-notified-text.ts'
import { cityOf } from '#components/schedule/session/class-time.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { SeriesDate, SeriesPreview } from '#lib/sessions/series/api.ts'
import { clockTime, formatDay } from '#lib/time/format.ts'
import { DateCollision } from './date-collision.tsx'
import { SeriesDateList } from './series-date-list.tsx'
import type { SeriesDraft } from './series-draft.ts'
import { SkippedMonthsBanner } from './skipped-months-banner.tsx'
import type { ShownPreview } from './use-series-preview.ts'

type SeriesDatesProps = {
  draft: SeriesDraft
  shown: ShownPreview
  trainers: { id: string; name: string }[]
  zone: string
  busy: boolean
  allowOverlap: boolean
  onAllow: (allowed: boolean) => void
  onChange: (changed: Partial<SeriesDraft>) => void
}

/** The dates of a series next to its form: open questions first, then all dates, then the main action. */
export function SeriesDates({
  draft,
  shown,
  trainers,
  zone,
  busy,
  allowOverlap,
  ...handlers
}: SeriesDatesProps) {
  const t = useTranslations('series')
  const told = useNotifiedText()
  const { preview, stale, message } = shown
  const planned = preview?.dates.filter((date) => date.state === 'planned') ?? []
  const questions = preview?.dates.flatMap((date) => date.question ?? []) ?? []
  const booked = planned.filter((date) => date.collisions.some(({ kind }) => kind !== 'student'))
  const students = new Set(
    planned.flatMap((date) =>
      date.collisions.flatMap((c) => (c.kind === 'student' ? c.people.map((p) => p.id) : [])),
    ),
  )
  const open = questions.length + booked.length
  const firstOpen = questions[0]?.earlier ?? booked[0]?.startsAt
  return (
    <aside
      aria-label={t('preview.allDates')}
      className="@container flex flex-col bg-canvas max-lg:border-t lg:w-109 lg:flex-none lg:border-l"
    >
      <header className="border-b px-4 py-4 sm:px-6" aria-live="polite">
        <div className="flex items-start justify-between gap-3">
          <h2 className="text-h2">{t('preview.title', { count: planned.length })}</h2>
          {open > 0 ? (
            <Badge tone="late" icon={<TriangleAlert />}>
              {t('preview.needs', { count: open })}
            </Badge>
          ) : null}
        </div>
        <p className="text-sm text-text-2 tabular-nums">
          {stale ? t('preview.stale') : <Span {...{ planned, preview }} />}
        </p>
      </header>
      <div
        className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 py-4 sm:px-6"
        onChange={(event) => {
          const form = (event.target as HTMLElement).closest('form')
          if (!form || !(event.target as HTMLInputElement).name?.startsWith('choice:')) return
          const chosen = choicesIn(readFields(form)).map(({ wall, meant }) => [wall, meant])
          handlers.onChange({ choices: { ...draft.choices, ...Object.fromEntries(chosen) } })
        }}
      >
        {message ? (
          <Banner tone="failure" icon={<CircleAlert />}>
            {message}
          </Banner>
        ) : null}
        {preview && !stale ? (
          <SkippedMonthsBanner months={preview.skippedMonths} draft={draft} onChange={handlers.onChange} />
        ) : null}
        {preview ? (
          <ClockChoices questions={questions} timeZone={preview.timeZone} zone={zone} mayLeave />
        ) : null}
        {booked.map((date) => (
          <DateCollision
            key={date.date}
            date={date}
            draft={draft}
            trainers={trainers}
            zone={zone}
            onChange={handlers.onChange}
          />
        ))}
        {students.size > 0 && booked.length === 0 ? (
          <label className="flex items-start gap-2.5 rounded-[12px] bg-late-soft px-4 py-3">
            <input
              type="checkbox"
              className="mt-0.75 size-4.5 flex-none accent-text"
              checked={allowOverlap}
              onChange={(event) => handlers.onAllow(event.target.checked)}
            />
            <span>
              <span className="block font-semibold">
                {t('preview.busyStudents', { count: students.size })}
              </span>
              {t('preview.anyway')}
            </span>
          </label>
        ) : null}
        {preview ? <SeriesDateList preview={preview} draft={draft} onChange={handlers.onChange} /> : null}
      </div>
      <footer className="flex flex-col gap-2 border-t px-4 py-3.5 sm:px-6">
        <Button
          type="submit"
          variant="primary"
          busy={busy}
          busyLabel={t('busy')}
          disabled={planned.length === 0 || open > 0 || stale}
        >
          {t('submit', { count: planned.length })}
        </Button>
        <p className="flex justify-center gap-2 text-center text-sm text-text-2">
          {firstOpen && preview ? (
            t('first', { day: formatDay(firstOpen, preview.timeZone) })
          ) : preview ? (
            <>
              <Send className="mt-0.5 size-4 flex-none" />
              {told(preview.recipients)}
            </>
          ) : null}
        </p>
      </footer>
    </aside>
  )
}

function Span({ planned, preview }: { planned: SeriesDate[]; preview: SeriesPreview | null }) {
  const t = useTranslations('series.preview')
  const [first, last] = [planned[0], planned.at(-1)]
  if (!preview || !first?.startsAt || !first.endsAt || !last?.startsAt) return t('incomplete')
  const { timeZone } = preview
  return t('span', {
    first: formatDay(first.startsAt, timeZone),
    last: formatDay(last.startsAt, timeZone),
    // All dates have the same clock time in this zone, while the zone's name may change between them.
    time: `${clockTime(first.startsAt, timeZone)}–${clockTime(first.endsAt, timeZone)}`,
    place: cityOf(timeZone),
  })
}
