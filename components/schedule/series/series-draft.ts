import type { PlannedClass } from '#lib/classes/api.ts'

export type SeriesClass = PlannedClass & {
  inPersonCapacity: number
  location: string | null
  trainerId: string | null
}

export type Repeat = 'weekly' | 'biweekly' | 'monthly' | 'own'

/** The position of a monthly date: the third Tuesday, the 17th, or the last day of each month. */
export type MonthlyOn = 'weekday' | 'monthDay' | 'lastDay'

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** A series while it is filled in. */
export type SeriesDraft = {
  classId: string
  title: string
  sessionType: 'online' | 'offline'
  trainerId: string
  repeat: Repeat
  weekdays: Weekday[]
  /** The property of the first date that a monthly series keeps. */
  monthlyOn: MonthlyOn
  customRule: string
  firstDate: string
  ends: 'count' | 'date'
  count: string
  until: string
  time: string
  minutes: string
  /** Empty means as in the class; the same for the two fields below. */
  capacity: string
  inPersonCapacity: string
  locationId: string
  leaveOutHolidays: boolean
  leaveOut: string[]
  add: string[]
  /** The chosen meaning of wall times that clocks skip or show twice. */
  choices: Record<string, string>
  /** Substitute trainers on single dates. */
  substitutes: Record<string, string>
}

/** The fields that a draft takes from the chosen class. */
export function ofClass(course: SeriesClass | undefined, before: Pick<SeriesDraft, 'trainerId'>) {
  return {
    classId: course?.id ?? '',
    trainerId: course?.trainerId ?? before.trainerId,
    sessionType: course?.mode === 'OFFLINE' ? ('offline' as const) : ('online' as const),
    // An ONLINE class has neither.
    inPersonCapacity: '',
    locationId: '',
  }
}

/** The recurrence rule of a draft (RFC 5545); null while the draft is incomplete. */
export function ruleOf(draft: SeriesDraft): string | null {
  if (draft.repeat === 'own')
    return (
      draft.customRule
        .trim()
        .replace(/^RRULE:/i, '')
        .toUpperCase() || null
    )
  const end = draft.ends === 'count' ? countOf(draft.count) : untilOf(draft.until)
  if (!end || !draft.firstDate) return null
  if (draft.repeat === 'monthly') return `FREQ=MONTHLY;${monthlyPart(draft)};${end}`
  if (draft.weekdays.length === 0) return null
  const days = WEEKDAYS.filter((day) => draft.weekdays.includes(day)).join(',')
  const interval = draft.repeat === 'biweekly' ? 'INTERVAL=2;' : ''
  return `FREQ=WEEKLY;${interval}BYDAY=${days};${end}`
}

function countOf(count: string): string | null {
  return /^[1-9]\d*$/.test(count) ? `COUNT=${count}` : null
}

function untilOf(until: string): string | null {
  return until ? `UNTIL=${until.replaceAll('-', '')}` : null
}

function monthlyPart({ monthlyOn, firstDate }: SeriesDraft): string {
  switch (monthlyOn) {
    case 'weekday':
      return `BYDAY=${weekdayInMonth(firstDate)}`
    case 'monthDay':
      return `BYMONTHDAY=${dayInMonth(firstDate)}`
    case 'lastDay':
      return 'BYMONTHDAY=-1'
  }
}

/** The change that moves a draft for the 29th, 30th or 31st to the last day of each month; null for other drafts. */
export function onLastDay(draft: SeriesDraft): Partial<SeriesDraft> | null {
  const rule = ruleOf(draft) ?? ''
  if (!rule.includes('FREQ=MONTHLY') || /BYDAY|BYSETPOS/.test(rule)) return null
  const day = Number(/BYMONTHDAY=([^;]*)/.exec(rule)?.[1] ?? dayInMonth(draft.firstDate))
  if (!(day > 28)) return null
  if (draft.repeat !== 'own') return { monthlyOn: 'lastDay' }
  const others = rule.split(';').filter((part) => !part.startsWith('BYMONTHDAY='))
  return { customRule: [...others, 'BYMONTHDAY=-1'].join(';') }
}

/** 17 of 2027-08-17. */
export function dayInMonth(date: string): number {
  return Number(date.slice(8))
}

/** `2TU`: the second Tuesday of its month; a fifth one counts as the last. */
export function weekdayInMonth(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  const nth = Math.ceil(day.getUTCDate() / 7)
  return `${nth > 4 ? -1 : nth}${weekdayOf(date)}`
}

/** The weekday of a date such as 2027-08-17. */
export function weekdayOf(date: string): Weekday {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return WEEKDAYS[(day + 6) % 7] ?? 'MO'
}

/** The draft as input of the API; null while something is missing. */
export function seriesInput(draft: SeriesDraft): object | null {
  const rule = ruleOf(draft)
  const { classId, trainerId, firstDate, time } = draft
  if (!rule || !classId || !trainerId || !firstDate || !time) return null
  return {
    classId,
    trainerId,
    firstDate,
    time,
    rule,
    title: draft.title.trim() || null,
    sessionType: draft.sessionType,
    minutes: Number(draft.minutes),
    capacity: draft.capacity ? Number(draft.capacity) : undefined,
    inPersonCapacity: draft.inPersonCapacity ? Number(draft.inPersonCapacity) : undefined,
    locationId: draft.locationId || undefined,
    leaveOut: draft.leaveOut,
    add: draft.add,
    leaveOutHolidays: draft.leaveOutHolidays,
    choices: Object.entries(draft.choices).map(([wall, meant]) => ({ wall, meant })),
    substitutes: Object.entries(draft.substitutes).map(([date, trainerId]) => ({ date, trainerId })),
  }
}
