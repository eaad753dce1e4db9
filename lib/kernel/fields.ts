import { z } from 'zod'
import type fields from '#messages/en/fields.json'
import { canonicalZone } from './canonical-zone.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { MAX_LENGTH } from './text-limits.ts'

/** The message of a fault is a key of messages/en/fields.json. */
export type FieldFault = keyof typeof fields

/** An unpaired surrogate has no UTF-8 form, and PostgreSQL refuses it in JSON. */
const wellFormed = z
  .string()
  .refine((value) => value.isWellFormed(), { error: 'unkeepable' satisfies FieldFault, abort: true })

/** Paragraphs written by a person, cleaned by cleanText(): not empty, at most `maxLength` code points. */
export function text(maxLength: number) {
  return wellFormed
    .overwrite(cleanText)
    .min(1, 'required' satisfies FieldFault)
    .max(maxLength, 'tooLong' satisfies FieldFault)
}

/** A name or a title: cleaned text in a single line. A line break inside it is refused. */
export function singleLine(maxLength: number) {
  return wellFormed
    .overwrite(cleanText)
    .refine((value) => !value.includes('\n'), { error: 'oneLine' satisfies FieldFault, abort: true })
    .overwrite(cleanLine)
    .min(1, 'required' satisfies FieldFault)
    .max(maxLength, 'tooLong' satisfies FieldFault)
}

/** A string that is taken unchanged, such as a key or a password: at most `maxLength` characters. */
export function rawText(maxLength: number) {
  return wellFormed.max(maxLength, 'tooLong' satisfies FieldFault)
}

/** Search text, cleaned like names; may be empty. */
export const searchText = wellFormed
  .overwrite(cleanLine)
  .max(MAX_LENGTH.search, 'tooLong' satisfies FieldFault)

/** A time zone known to this machine, in any case or as a link; stored by its IANA name. */
export const timeZone = z.string().transform((name, context) => {
  const canonical = canonicalZone(name)
  if (canonical) return canonical
  context.addIssue({ code: 'custom', message: 'notAZone' satisfies FieldFault })
  return z.NEVER
})

/** An instant in ISO 8601 with its offset, between 1970 and 9999; parsed to a Date. */
export const instant = z.iso
  .datetime({ offset: true, error: 'notATime' satisfies FieldFault })
  // PostgreSQL and JavaScript write years before 1 and after 9999 differently.
  .refine(isInSupportedRange, 'notATime' satisfies FieldFault)
  .transform((value) => new Date(value))

function isInSupportedRange(value: string): boolean {
  const time = Date.parse(value)
  return time >= 0 && time < Date.UTC(9999)
}

/** An instant in a response: ISO 8601 in UTC. */
export const sentInstant = z.iso.datetime()

/** A day such as 2027-08-17. */
export const day = z.iso.date('notADay' satisfies FieldFault)

/** A wall-clock time such as 18:00. */
export const wallClock = z.iso.time({ precision: -1, error: 'notAClockTime' satisfies FieldFault })
