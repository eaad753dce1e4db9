import { HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'

const LOCALE = 'en-GB'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Creating a format costs a thousand times as much as using it. */
function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE, options)
  formats.set(key, known)
  return known
}

function format(iso: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(options).format(new Date(iso))
}

function part(
  iso: string,
  type: Intl.DateTimeFormatPartTypes,
  options: Intl.DateTimeFormatOptions,
): string | undefined {
  return formatOf(options)
    .formatToParts(new Date(iso))
    .find((found) => found.type === type)?.value
}

/** `18:00` in the zone, for comparison and calculation; texts use `formatTime`. */
export function clockTime(iso: string, timeZone: string): string {
  return format(iso, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** `18:00`, with the zone's name if that time occurs twice: `02:30 CEST`. */
export function formatTime(iso: string, timeZone: string): string {
  return isShownTwice(iso, timeZone) ? formatZonedTime(iso, timeZone) : clockTime(iso, timeZone)
}

/** `18:00 CET` */
export function formatZonedTime(iso: string, timeZone: string): string {
  return `${clockTime(iso, timeZone)} ${zoneName(iso, timeZone)}`
}

/** `18:00:07`, with the zone's name if that time occurs twice. */
export function formatSecond(iso: string, timeZone: string): string {
  const time = format(iso, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return isShownTwice(iso, timeZone) ? `${time} ${zoneName(iso, timeZone)}` : time
}

/** `18:00–19:30 CET`, or `02:30 CEST – 03:00 CET` where clocks change in between. */
export function formatTimeRange(startIso: string, endIso: string, timeZone: string): string {
  const zone = zoneName(endIso, timeZone)
  if (zoneName(startIso, timeZone) !== zone) {
    return `${formatZonedTime(startIso, timeZone)} – ${formatZonedTime(endIso, timeZone)}`
  }
  return `${clockTime(startIso, timeZone)}–${clockTime(endIso, timeZone)} ${zone}`
}

/**
 * `Tue 24 Nov`, or `Tue 24 Nov 2027` if that is not the zone's current year.
 * @param now the current instant. The server and the browser may omit it: they differ by the page's loading time,
 * which matters only at midnight on New Year's Eve.
 */
export function formatDay(iso: string, timeZone: string, now = new Date().toISOString()): string {
  const year = yearIfOther(iso, timeZone, now)
  return format(iso, { timeZone, weekday: 'short', day: 'numeric', month: 'short', year }).replace(',', '')
}

/** `Tuesday 24 November`, or `Tuesday 24 November 2027` by the same rule as `formatDay`. */
export function formatLongDay(iso: string, timeZone: string, now = new Date().toISOString()): string {
  const year = yearIfOther(iso, timeZone, now)
  return format(iso, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year }).replace(',', '')
}

/** `November`, or `November 2027` by the same rule as `formatDay`. */
export function formatMonth(iso: string, timeZone: string, now = new Date().toISOString()): string {
  return format(iso, { timeZone, month: 'long', year: yearIfOther(iso, timeZone, now) })
}

function yearIfOther(iso: string, timeZone: string, now: string): 'numeric' | undefined {
  const yearOf = (instant: string) => format(instant, { timeZone, year: 'numeric' })
  return yearOf(iso) === yearOf(now) ? undefined : 'numeric'
}

/** Clocks go back by at most 3 hours; a change is found from both sides. */
const NEARBY_MS = 3 * HOUR_MS

/** Whether the wall time of this instant occurs at another instant too. */
function isShownTwice(iso: string, timeZone: string): boolean {
  const at = Date.parse(iso)
  const offset = offsetAt(at, timeZone)
  return [at - NEARBY_MS, at + NEARBY_MS].some((near) => {
    const other = offsetAt(near, timeZone)
    return other !== offset && offsetAt(at + offset - other, timeZone) === other
  })
}

/** The zone's offset from UTC at an instant, in ms. */
function offsetAt(at: number, timeZone: string): number {
  const iso = new Date(at).toISOString()
  return (
    Date.parse(`${dayKey(iso, timeZone)}T${clockTime(iso, timeZone)}Z`) -
    Math.floor(at / MINUTE_MS) * MINUTE_MS
  )
}

/** The zone's short name at the instant: `CET`, or `GMT+9` if it has no English name. */
export function zoneName(iso: string, timeZone: string): string {
  return part(iso, 'timeZoneName', { timeZone, timeZoneName: 'short', hour: 'numeric' }) ?? timeZone
}

/** The zone's short name on days such as 2026-11-24, in order: `CET`, or `CEST/CET` where clocks change between. */
export function zoneNamesOn(days: string[], timeZone: string): string {
  return [...new Set(days.map((day) => zoneName(`${day}T12:00:00Z`, timeZone)))].join('/')
}

/** `2026-11-24` */
export function dayKey(iso: string, timeZone: string): string {
  const [day, month, year] = format(iso, {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).split('/')
  return `${year}-${month}-${day}`
}
