/**
 * The whole months, as `2027-09`, in which a monthly or yearly rule has no date although it is due, because they have
 * no 31st or no fifth Tuesday: dates that do not exist are left out (RFC 5545, 3.3.10). Rules that repeat daily or
 * weekly skip none.
 * @param dates those of the rule, and those added by hand
 */
export function skippedMonths(rule: string, firstDate: string, dates: string[]): string[] {
  const isDue = dueMonths(rule, monthOf(firstDate))
  const taken = new Set(dates.map(monthOf))
  const end = endOf(rule) ?? dates.toSorted().at(-1) ?? firstDate
  const skipped: string[] = []
  const first = monthOf(firstDate) + (firstDate.endsWith('-01') ? 0 : 1)
  for (let month = first; lastDayOf(month) <= end; month += 1) {
    if (isDue(month) && !taken.has(month)) skipped.push(nameOf(month))
  }
  return skipped
}

/** Number of months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function nameOf(month: number): string {
  return lastDayOf(month).slice(0, 7)
}

function lastDayOf(month: number): string {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10)
}

function endOf(rule: string): string | undefined {
  return /UNTIL=(\d{4})(\d{2})(\d{2})/.exec(rule)?.slice(1).join('-')
}

/** Whether a rule that began in the month `first` is due in a later month, whatever days that month has. */
function dueMonths(rule: string, first: number): (month: number) => boolean {
  const parts = new Map(rule.split(';').map((part): [string, string] => [part.split('=')[0] ?? '', part]))
  const numbers = (name: string) => parts.get(name)?.match(/\d+/g)?.map(Number)
  const [every = 1] = numbers('INTERVAL') ?? []
  const named = numbers('BYMONTH')
  switch (parts.get('FREQ')) {
    case 'FREQ=MONTHLY':
      return (month) =>
        (month - first) % every === 0 && (named === undefined || named.includes((month % 12) + 1))
    case 'FREQ=YEARLY': {
      const isByDay = parts.has('BYDAY') || parts.has('BYMONTHDAY')
      const months = named ?? (isByDay ? [] : [(first % 12) + 1])
      return (month) =>
        (Math.floor(month / 12) - Math.floor(first / 12)) % every === 0 && months.includes((month % 12) + 1)
    }
    default:
      return () => false
  }
}
