import 'server-only'
import { createTranslator } from 'next-intl'
import { isDatabaseUnavailable } from '#lib/database/faults.ts'
import type { FieldFault } from '#lib/kernel/fields.ts'
import { Refusal, type RefusalCode, type RefusalReason } from '#lib/kernel/refusal.ts'
import { MediaUnavailable } from '#lib/livekit/media.ts'
import fields from '#messages/en/fields.json'
import refusals from '#messages/en/refusals.json'

export const statusOf: Record<RefusalCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  session_not_accessible: 400,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  unavailable: 503,
}

const translate = createTranslator({ locale: 'en', messages: { refusals, fields } })

/** The refusal's message for people. */
export function sentenceOf(refusal: Refusal): string {
  return translate(`refusals.${refusal.reason}`, refusal.details.values as never)
}

/**
 * The error as a refusal: unavailable external systems become `unavailable`.
 * @throws the error itself if it is an internal fault
 */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (isDatabaseUnavailable(error)) return new Refusal('unavailable', 'databaseUnavailable')
  if (error instanceof MediaUnavailable) return new Refusal('unavailable', 'liveKitUnavailable')
  throw error
}

/** The refusal's messages by field. */
export function fieldSentencesOf({ details }: Refusal): Record<string, string> | undefined {
  if (!details.fields) return undefined
  const named = Object.entries(details.fields)
  return Object.fromEntries(named.map(([field, fault]) => [field, fieldSentence(fault, details.values)]))
}

function fieldSentence(fault: FieldFault | RefusalReason, values: Refusal['details']['values']): string {
  return isFieldFault(fault) ? translate(`fields.${fault}`) : translate(`refusals.${fault}`, values as never)
}

function isFieldFault(fault: FieldFault | RefusalReason): fault is FieldFault {
  return fault in fields
}
