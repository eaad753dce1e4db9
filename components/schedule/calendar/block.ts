import { classColour } from '#components/schedule/class-colour.ts'
import { cityOf } from '#components/schedule/session/class-time.ts'
import type { SessionStatus } from '#lib/kernel/enums.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { clockTime, dayKey, formatTime, formatTimeRange } from '#lib/time/format.ts'

/** A start and end on the viewer's clocks, without a zone: `2026-11-26T18:30`. */
export type ClockSpan = { start: string; end: string }

/** A session as the time grid draws it. */
export type Block = ClockSpan & {
  id: string
  title: string
  status: SessionStatus
  trainer: { id: string; name: string }
  location: { id: string; name: string } | null
  colour: string
  /** `18:00–19:30 CET` */
  time: string
  /** The start on the class's clocks, if they show another time: `12:00 New York`. */
  classTime: string | null
  /** Whether it can be dragged to another time. */
  movable: boolean
  /** Whether it is drawn at a proposed new time. */
  proposed: boolean
}

type Timed = { startsAt: string; endsAt: string }

/**
 * The span on the zone's clocks. If they go back during the span, so that its end would not be after its start, the end
 * is the start plus the real duration.
 */
export function clockSpan({ startsAt, endsAt }: Timed, zone: string): ClockSpan {
  const [start, end] = [clockOf(startsAt, zone), clockOf(endsAt, zone)]
  return { start, end: end > start ? end : addMilliseconds(start, Date.parse(endsAt) - Date.parse(startsAt)) }
}

/** The session as a block on the zone's clocks; at the time `proposed` if given. */
export function toBlock(session: ClassSession, zone: string, proposed?: Timed): Block {
  const when = proposed ?? session
  const isSame = clockTime(when.startsAt, session.timeZone) === clockTime(when.startsAt, zone)
  return {
    ...clockSpan(when, zone),
    id: session.id,
    title: session.classShortTitle ?? session.classTitle,
    status: session.status,
    trainer: session.trainer,
    location: session.location,
    colour: classColour(session.classId),
    time: formatTimeRange(when.startsAt, when.endsAt, zone),
    classTime: isSame ? null : `${formatTime(when.startsAt, session.timeZone)} ${cityOf(session.timeZone)}`,
    movable: session.abilities.canChange && session.status === 'scheduled',
    proposed: proposed !== undefined,
  }
}

/** The clock time at a point of the time grid, which writes clock times as if they were UTC. */
export function clockOfDate(date: Date | null): string {
  return date?.toISOString().slice(0, 16) ?? ''
}

function clockOf(iso: string, zone: string): string {
  return `${dayKey(iso, zone)}T${clockTime(iso, zone)}`
}

function addMilliseconds(clock: string, milliseconds: number): string {
  return new Date(Date.parse(`${clock}Z`) + milliseconds).toISOString().slice(0, 16)
}
