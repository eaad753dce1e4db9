import type refusals from '#messages/en/refusals.json'
import { brandedError } from './branded-error.ts'
import type { FieldFault } from './fields.ts'

export type RefusalCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'session_not_accessible'
  | 'conflict'
  | 'too_large'
  | 'unsupported_media_type'
  | 'rate_limited'
  | 'unavailable'

/** A sentence of the catalogue. */
export type RefusalReason = keyof typeof refusals

/** What stands in the way, for answers with the code `conflict`. */
export type Collision = {
  kind: 'trainer' | 'location' | 'student' | 'session'
  sessionId: string
  title: string
  startsAt: string
  endsAt: string
  people: { id: string; name: string }[]
  /** The start of what cannot be then, where several are planned at once. */
  plannedAt?: string
}

/** A wall time that clocks skip or show twice on a date: what is meant has to be said. */
export type AmbiguousTime = {
  /** On the clocks of the class's zone: `2027-10-28T23:00`. */
  wall: string
  kind: 'skipped' | 'twice'
  /** The two instants that may be meant. */
  earlier: string
  later: string
}

/** Subjects add what their answers say beyond this (lib/http/edit-conflict.ts). */
export interface RefusalDetails {
  /** What the sentence's places are filled with. */
  values?: Record<string, string | number | Date>
  /** What is wrong with each field of the request. */
  fields?: Record<string, FieldFault | RefusalReason>
  collisions?: Collision[]
  questions?: AmbiguousTime[]
  /** What ended the account that the request's credential belonged to. */
  account?: 'erased' | 'disabled'
  /** After how many seconds to try again. */
  retryAfter?: number
}

/** The one error that a use case throws on purpose: it becomes a status, a code and a sentence in lib/http. */
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
