import Link from 'next/link'
import { classes } from '#components/ui/classes.ts'
import { formatTime } from '#lib/time/format.ts'
import { scheduleHref } from './address.ts'
import { DayColumn, type PlacedSession } from './day-column.tsx'
import { numberOf, weekdayOf } from './day-label.ts'
import { NowLine } from './now-line.tsx'
import { minutesOf } from './place-in-day.ts'
import { type Hours, shownHours } from './shown-hours.ts'

type TimeGridProps = {
  days: string[]
  sessions: Map<string, PlacedSession[]>
  zone: string
  now: string
  today: string
  /** How many may stand side by side. */
  mostLanes: number
}

/** Days beside each other, hours below each other. Its own window: heads and hours stay while it scrolls. */
export function TimeGrid({ days, sessions, zone, now, today, mostLanes }: TimeGridProps) {
  const hours = shownHours(days.flatMap((day) => sessions.get(day) ?? []))
  return (
    <div className="hidden min-h-0 flex-1 overflow-auto border-t sm:block lg:min-h-96">
      <div
        className="grid min-w-full"
        style={{ gridTemplateColumns: `3.25rem repeat(${days.length}, minmax(9rem, 1fr))` }}
      >
        <div className="sticky top-0 left-0 z-20 border-b bg-surface" />
        {days.map((day) => (
          <DayHead key={day} day={day} today={day === today} />
        ))}
        <HourLabels hours={hours} />
        {days.map((day) => (
          <DayColumn
            key={day}
            day={day}
            sessions={sessions.get(day) ?? []}
            hours={hours}
            zone={zone}
            mostLanes={mostLanes}
            today={day === today}
          >
            {day === today ? (
              <NowLine
                now={now}
                minute={minutesOf(formatTime(now, zone))}
                from={hours.from * 60}
                to={hours.to * 60}
              />
            ) : null}
          </DayColumn>
        ))}
      </div>
    </div>
  )
}

function DayHead({ day, today }: { day: string; today: boolean }) {
  return (
    <div className="sticky top-0 z-10 flex h-11.5 items-center border-b border-l bg-surface px-1">
      <Link
        href={scheduleHref({ view: 'day', date: day })}
        prefetch={false}
        aria-current={today ? 'date' : undefined}
        className="flex items-center gap-1.5 rounded-[8px] px-1.5 py-1 text-sm font-medium text-text-2 hover:bg-hover"
      >
        {weekdayOf(day)}{' '}
        <b
          className={classes(
            'text-[0.9375rem] leading-6.5 font-semibold tabular-nums',
            today ? 'rounded-[8px] bg-text px-1.75 text-surface' : 'text-text',
          )}
        >
          {numberOf(day)}
        </b>
      </Link>
    </div>
  )
}

function HourLabels({ hours }: { hours: Hours }) {
  const shown = Array.from({ length: hours.to - hours.from }, (_, index) => hours.from + index)
  return (
    <div aria-hidden="true" className="sticky left-0 z-5 bg-surface">
      {shown.map((hour, index) => (
        <div key={hour} className="relative h-13 pr-2 text-right">
          {index > 0 ? (
            <span className="absolute -top-2 right-2 text-xs font-medium text-text-3 tabular-nums">
              {`${hour}`.padStart(2, '0')}:00
            </span>
          ) : null}
        </div>
      ))}
    </div>
  )
}
