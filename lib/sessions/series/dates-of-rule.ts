import { RRuleTemporal } from 'rrule-temporal'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

const PART = /^(FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|WKST)=[A-Z0-9,+-]+$/
const FREQUENCY = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)$/
const END = /^(COUNT=[1-9]\d*|UNTIL=\d{8}(T\d{6}Z?)?)$/

/**
 * The dates of a recurrence rule from the first date on, as `2027-08-17`. Whole days only, independent of zones and
 * daylight saving; the instant of each date is resolved later.
 * Source: RFC 5545, 3.3.10; here a rule needs an end, and repeats daily at most.
 * @throws Refusal `invalid`: unreadable, without an end, without a date, or over 200 dates
 */
export function datesOfRule(rule: string, firstDate: string): string[] {
  const parts = rule.split(';')
  const readable =
    parts.every((part) => PART.test(part)) &&
    parts.some((part) => FREQUENCY.test(part)) &&
    parts.some((part) => END.test(part))
  if (!readable) throw unusable('ruleUnreadable')
  const dates = expand(parts.map(wholeDay).join(';'), firstDate)
  if (dates.length === 0) throw unusable('ruleEmpty')
  if (dates.length > MAX_NUMBER.seriesDates) throw unusable('ruleTooLong')
  return dates
}

/** Makes UNTIL include its whole day. */
function wholeDay(part: string): string {
  return part.startsWith('UNTIL=') ? `${part.slice(0, 'UNTIL='.length + 8)}T235959Z` : part
}

function expand(rule: string, firstDate: string): string[] {
  try {
    const start = `${firstDate.replaceAll('-', '')}T000000`
    const rruleString = `DTSTART;TZID=UTC:${start}\nRRULE:${rule}`
    return new RRuleTemporal({ rruleString, strict: true })
      .all((_, index) => index <= MAX_NUMBER.seriesDates)
      .map((date) => date.toString().slice(0, firstDate.length))
  } catch {
    throw unusable('ruleUnreadable')
  }
}

function unusable(reason: 'ruleUnreadable' | 'ruleEmpty' | 'ruleTooLong'): Refusal {
  return new Refusal('invalid', reason, {
    values: { most: MAX_NUMBER.seriesDates },
    fields: { rule: reason },
  })
}
