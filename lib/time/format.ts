const LOCALE = 'en-GB'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a thousand times what using it does. */
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

/** `18:00` */
export function formatTime(iso: string, timeZone: string): string {
  return format(iso, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** `18:00 CET` */
export function formatZonedTime(iso: string, timeZone: string): string {
  return `${formatTime(iso, timeZone)} ${zoneName(iso, timeZone)}`
}

/** `18:00:07` */
export function formatSecond(iso: string, timeZone: string): string {
  return format(iso, { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
}

/** `18:00–19:30 CET` */
export function formatTimeRange(startIso: string, endIso: string, timeZone: string): string {
  return `${formatTime(startIso, timeZone)}–${formatTime(endIso, timeZone)} ${zoneName(startIso, timeZone)}`
}

/** `Tue 24 Nov` */
export function formatDay(iso: string, timeZone: string): string {
  return format(iso, { timeZone, weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
}

/** `Tuesday 24 November` */
export function formatLongDay(iso: string, timeZone: string): string {
  return format(iso, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')
}

/** The zone's short name at the instant: `CET`, or `GMT+9` where it has none in English. */
export function zoneName(iso: string, timeZone: string): string {
  return part(iso, 'timeZoneName', { timeZone, timeZoneName: 'short', hour: 'numeric' }) ?? timeZone
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
