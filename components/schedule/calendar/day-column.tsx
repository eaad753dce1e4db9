import type { ReactNode } from 'react'
import { classes } from '#components/ui/classes.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { longDayOf } from './day-label.ts'
import { layOutDay } from './lay-out-day.ts'
import { MoreSessions } from './more-sessions.tsx'
import type { Stretch } from './place-in-day.ts'
import { SessionBlock } from './session-block.tsx'
import type { Hours } from './shown-hours.ts'

export type PlacedSession = ClassSession & Stretch

/** Divisible by each number of lanes. */
const COLUMNS = 12
const ROW_MINUTES = 5

type DayColumnProps = {
  day: string
  sessions: PlacedSession[]
  hours: Hours
  zone: string
  mostLanes: number
  today: boolean
  /** The line of the time it is now. */
  children?: ReactNode
}

/** One day of the grid: its sessions where they lie in time. */
export function DayColumn({ day, sessions, hours, zone, mostLanes, today, children }: DayColumnProps) {
  const { placed, more } = layOutDay(sessions, mostLanes)
  const row = (minute: number) => Math.round((minute - hours.from * 60) / ROW_MINUTES) + 1
  return (
    <section
      aria-label={longDayOf(day)}
      className={classes(
        'relative isolate border-l bg-[repeating-linear-gradient(to_bottom,transparent_0_calc(3.25rem-1px),color-mix(in_oklab,var(--border)_55%,transparent)_calc(3.25rem-1px)_3.25rem)]',
        today && 'bg-canvas/70',
      )}
    >
      {children}
      <ol
        className="absolute inset-x-0.75 inset-y-0 z-1 grid"
        style={{
          gridTemplateRows: `repeat(${((hours.to - hours.from) * 60) / ROW_MINUTES}, minmax(0, 1fr))`,
          gridTemplateColumns: `repeat(${COLUMNS}, minmax(0, 1fr))`,
        }}
      >
        {placed.map(({ item, lane, lanes }) => (
          <li
            key={item.id}
            className="min-w-0 pt-px pr-px pb-0.5"
            style={{
              gridRow: `${row(item.start)} / ${row(item.end)}`,
              gridColumn: `${(lane * COLUMNS) / lanes + 1} / span ${COLUMNS / lanes}`,
            }}
          >
            <SessionBlock
              session={item}
              zone={zone}
              minutes={item.end - item.start}
              narrow={lanes > 1 && mostLanes === 2}
            />
          </li>
        ))}
        {more.map(({ items, at }) => (
          <li
            key={`more-${at}`}
            className="flex items-center"
            style={{ gridRow: `${row(at)} / ${row(at + 30)}`, gridColumn: '1 / -1' }}
          >
            <MoreSessions sessions={items} day={day} zone={zone} />
          </li>
        ))}
      </ol>
    </section>
  )
}
