'use client'

import FullCalendar, { type EventApi } from '@fullcalendar/react'
import interaction from '@fullcalendar/react/interaction'
import timeGrid from '@fullcalendar/react/timegrid'
import '@fullcalendar/react/skeleton.css'
import { memo, useMemo } from 'react'
import { arrangeDays, type MoreBlocks as More } from './arrange-days.ts'
import { type Block, type ClockSpan, clockOfDate } from './block.ts'
import { BlockContent } from './block-content.tsx'
import { blockStyles } from './block-styles.ts'
import { calendarOptions } from './calendar-options.ts'
import { numberOf, weekdayOf } from './day-label.ts'
import { type Booked, findConflicts } from './find-conflicts.ts'
import { MoreBlocks } from './more-blocks.tsx'
import { openSessionHref, type ScheduleQuery, scheduleHref } from './schedule-href.ts'
import type { Hours } from './shown-hours.ts'

export type TimeGridProps = {
  shown: ScheduleQuery
  /** The session whose drawer is open. */
  open: string | undefined
  /** The drawn days, sorted and of one week. */
  days: string[]
  blocks: Block[]
  /** Other bookings beside the blocks, such as sessions hidden by a filter. */
  others: Booked[]
  hours: Hours
  /** The time on the viewer's clocks: `2026-11-25T10:40`. */
  now: string
  /** Whether a press on a free time plans a session. */
  mayPlan: boolean
  /** The accessible name of the days and hours. */
  name: string
  /** A prop, like `name`: hooks that read a context would redraw the grid during a drag. */
  push: (href: string, options: { scroll: boolean }) => void
  /** Called when a drag starts and ends. */
  onDrag: (dragging: boolean) => void
}

const PLUGINS = [timeGrid, interaction]

/**
 * Days side by side, hours from top to bottom. The grid only knows clock times of the viewer's zone, written as if they
 * were UTC: the server makes them, and converts a dropped time to an instant.
 */
export const TimeGrid = memo(function TimeGrid(props: TimeGridProps) {
  const { shown, open, days, blocks, others, hours, now, mayPlan: plans, name, push, onDrag } = props
  const mostLanes = shown.view === 'day' ? 6 : 2
  const events = useMemo(() => eventsOf(blocks, days, mostLanes, shown), [blocks, days, mostLanes, shown])
  const goTo = (address: ScheduleQuery) => push(scheduleHref({ ...shown, ...address }), { scroll: false })

  function collisionsOf(event: EventApi, held: boolean) {
    const block = blockIn(event)
    return block && held ? findConflicts({ ...block, ...spanOf(event) }, [...blocks, ...others]) : []
  }

  return (
    <FullCalendar
      {...calendarOptions}
      // Another period is another calendar, which scrolls to its own hours.
      key={days.join()}
      plugins={PLUGINS}
      initialView={days.length === 1 ? 'timeGridDay' : 'timeGridWeek'}
      initialDate={days[0]}
      hiddenDays={days.length === 1 ? [] : hiddenDays(days)}
      timeZone="UTC"
      now={now}
      nowIndicator
      events={events}
      slotMinTime={`${hours.from}:00`}
      slotMaxTime={`${hours.to}:00`}
      scrollTime={scrollTime(days, blocks, now)}
      scrollTimeReset={false}
      navLinks={days.length > 1}
      navLinkDayClick={(date) => goTo({ view: 'day', date: clockOfDate(date).slice(0, 10) })}
      dayHeaderContent={({ date, isToday }) => (
        <DayHead day={clockOfDate(date).slice(0, 10)} today={isToday} />
      )}
      timedText={name}
      eventClass={({ event, isMirror }) => {
        const block = blockIn(event)
        if (!block) return ''
        return blockStyles({
          status: block.status,
          open: block.id === open,
          isDragged: isMirror,
          collides: collisionsOf(event, isMirror || block.proposed).length > 0,
        })
      }}
      eventContent={({ event, isMirror }) => {
        const block = blockIn(event)
        if (!block) return <MoreBlocks more={event.extendedProps.more as More<Block>} shown={shown} />
        return (
          <BlockContent
            block={block}
            span={spanOf(event)}
            conflicts={collisionsOf(event, isMirror || block.proposed)}
          />
        )
      }}
      eventClick={({ event, jsEvent }) => {
        if (!event.url || jsEvent.metaKey || jsEvent.ctrlKey || jsEvent.shiftKey) return
        jsEvent.preventDefault()
        push(event.url, { scroll: false })
      }}
      eventDragStart={() => onDrag(true)}
      eventDragStop={() => onDrag(false)}
      eventResizeStart={() => onDrag(true)}
      eventResizeStop={() => onDrag(false)}
      // A drop saves nothing: the drawer opens with the new time, and the block stays where it was dropped.
      eventDrop={({ event }) => goTo({ session: event.id, panel: 'time', at: spanOf(event).start })}
      eventResize={({ event }) => {
        const { start, end } = spanOf(event)
        goTo({ session: event.id, panel: 'time', at: start, until: end })
      }}
      dateClick={
        plans
          ? ({ date }) => {
              const [day = '', start] = clockOfDate(date).split('T')
              goTo({ date: day, panel: 'new', start })
            }
          : undefined
      }
    />
  )
})

function eventsOf(blocks: Block[], days: string[], mostLanes: number, address: ScheduleQuery) {
  const { shown, more } = arrangeDays(blocks, days, mostLanes)
  return [
    ...shown.map((block) => ({
      id: block.id,
      title: block.title,
      start: block.start,
      end: block.end,
      url: openSessionHref(address, block.id),
      color: block.colour,
      editable: block.movable,
      extendedProps: { block },
    })),
    ...more.map((more) => ({
      id: `more-${more.start}`,
      start: more.start,
      end: more.end,
      editable: false,
      interactive: false,
      extendedProps: { more },
    })),
  ]
}

function blockIn(event: EventApi): Block | undefined {
  return event.extendedProps.block
}

function spanOf({ start, end }: EventApi): ClockSpan {
  return { start: clockOfDate(start), end: clockOfDate(end ?? start) }
}

function hiddenDays(days: string[]): number[] {
  const weekdays = days.map((day) => new Date(`${day}T12:00Z`).getUTCDay())
  return [0, 1, 2, 3, 4, 5, 6].filter((weekday) => !weekdays.includes(weekday))
}

/** The grid opens around the current time, and on other days a little before the first session. */
function scrollTime(days: string[], blocks: Block[], now: string): string {
  const [today = '', time = ''] = now.split('T')
  const first = blocks.map(({ start }) => start.slice(11)).toSorted()[0] ?? '10:00'
  const hour = Number((days.includes(today) ? time : first).slice(0, 2)) - (days.includes(today) ? 3 : 1)
  return `${Math.max(0, hour)}:00`
}

function DayHead({ day, today }: { day: string; today: boolean }) {
  return (
    <>
      {weekdayOf(day)}{' '}
      <b
        className={
          today
            ? 'rounded-[8px] bg-text px-1.75 text-[0.9375rem] leading-6.5 font-semibold text-surface tabular-nums'
            : 'text-[0.9375rem] leading-6.5 font-semibold text-text tabular-nums'
        }
      >
        {numberOf(day)}
      </b>
    </>
  )
}
