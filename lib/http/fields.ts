import { z } from 'zod'
import type fields from '#messages/en/fields.json'

// PostgreSQL stores no NUL, and no control character belongs into a name.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

function isKeepable(value: string): boolean {
  return value.isWellFormed() && !CONTROL_CHARACTERS.test(value)
}

/** A fault's message is a key of messages/en/fields.json. */
export type FieldFault = keyof typeof fields

/** A line or paragraph that a person wrote: trimmed, not empty, at most `longest` characters. */
export function text(longest: number) {
  return z
    .string()
    .trim()
    .min(1, 'required' satisfies FieldFault)
    .max(longest, 'tooLong' satisfies FieldFault)
    .refine(isKeepable, 'unkeepable' satisfies FieldFault)
}

/**
 * A string that is taken as it is sent, such as a key or a password: at most `longest` characters. Half of a surrogate
 * pair is refused, as everywhere: it has no form in UTF-8, and PostgreSQL refuses it in JSON.
 */
export function asSent(longest: number) {
  return z
    .string()
    .max(longest, 'tooLong' satisfies FieldFault)
    .refine((value) => value.isWellFormed(), 'unkeepable' satisfies FieldFault)
}

/** Words that are looked for. */
export const searched = z
  .string()
  .trim()
  .max(120, 'tooLong' satisfies FieldFault)
  .refine(isKeepable, 'unkeepable' satisfies FieldFault)

/** An IANA time zone that this machine knows. */
export const timeZone = z.string().refine(isTimeZone, 'notAZone' satisfies FieldFault)

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name })) && /^[A-Z]/i.test(name)
  } catch {
    return false
  }
}

/** An instant in ISO 8601 with its offset, between 1970 and 9999; kept as a Date. */
export const instant = z.iso
  .datetime({ offset: true, error: 'notATime' satisfies FieldFault })
  // PostgreSQL and JavaScript write years before 1 and after 9999 differently.
  .refine(isOfOurTimes, 'notATime' satisfies FieldFault)
  .transform((value) => new Date(value))

function isOfOurTimes(value: string): boolean {
  const time = Date.parse(value)
  return time >= 0 && time < Date.UTC(9999)
}

/** An instant as it is sent: ISO 8601 in UTC. */
export const sentInstant = z.iso.datetime()

/** A day such as 2027-08-17. */
export const day = z.iso.date('notADay' satisfies FieldFault)

/** What a clock shows, such as 18:00. */
export const wallClock = z.iso.time({ precision: -1, error: 'notAClockTime' satisfies FieldFault })
