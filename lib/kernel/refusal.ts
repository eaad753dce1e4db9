import type refusals from '#messages/en/refusals.json'
import { brandedError } from './branded-error.ts'
import type { FieldFault } from './fields.ts'

export const refusalCodes = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'invalid',
  'session_not_accessible',
  'conflict',
  'too_large',
  'unsupported_media_type',
  'rate_limited',
  'unavailable',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A key of the message catalogue. */
export type RefusalReason = keyof typeof refusals

/** An obstacle to the change, for responses with the code `conflict`. */
export type Collision = {
  kind: 'trainer' | 'location' | 'student' | 'session'
  sessionId: string
  title: string
  startsAt: string
  endsAt: string
  people: { id: string; name: string }[]
  /** The start of the impossible session, if several are planned at once. */
  plannedAt?: string
}

/** A wall time that clocks skip or show twice on a date; the client must choose its meaning. */
export type AmbiguousTime = {
  /** Wall time in the class's zone: `2027-10-28T23:00`. */
  wall: string
  kind: 'skipped' | 'twice'
  /** The two possible instants. */
  earlier: string
  later: string
}

/** Other modules extend it with further details (lib/api/edit-conflict.ts). */
export interface RefusalDetails {
  /** Values for the message's placeholders. */
  values?: Record<string, string | number | Date>
  /** The fault of each field of the request. */
  fields?: Record<string, FieldFault | RefusalReason>
  collisions?: Collision[]
  questions?: AmbiguousTime[]
  /** Why the account of the request's credential ended. */
  account?: 'erased' | 'disabled'
  /** Seconds to wait before a retry. */
  retryAfter?: number
}

/** The only error that a use case throws on purpose; lib/http converts it to a status, a code and a message. */
export class Refusal extends brandedError('Refusal') {
  readonly code: RefusalCode
  readonly reason: RefusalReason
  readonly details: RefusalDetails

  constructor(code: RefusalCode, reason: RefusalReason, details: RefusalDetails = {}) {
    super(`${code}: ${reason}`)
    this.code = code
    this.reason = reason
    this.details = details
  }
}
