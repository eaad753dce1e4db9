import 'server-only'
import { Refusal } from '#lib/kernel/refusal.ts'
import { asRefusal, fieldSentencesOf, sentenceOf, statusOf } from './failure.ts'

const NEVER_STORED = { 'cache-control': 'no-store' }

/** The envelope of a success (docs/contract.md, "Everywhere"). */
export function success(data: unknown, message: string, status: 200 | 201 = 200): Response {
  return Response.json({ success: true, message, data }, { status, headers: NEVER_STORED })
}

/** The envelope of a failure; internal faults are logged and answered with 500. */
export function failure(error: unknown): Response {
  try {
    return refused(asRefusal(error))
  } catch (fault) {
    console.error(fault)
    const message = sentenceOf(new Refusal('unavailable', 'unexpected'))
    return Response.json(
      { success: false, message, error: { code: 'internal' } },
      { status: 500, headers: NEVER_STORED },
    )
  }
}

function refused(refusal: Refusal): Response {
  const { code, details } = refusal
  const headers = new Headers(NEVER_STORED)
  if (details.retryAfter !== undefined) headers.set('retry-after', String(details.retryAfter))
  if (code === 'unauthenticated') headers.set('www-authenticate', 'Bearer')
  const { collisions, questions, editConflict, account } = details
  const error = { code, fields: fieldSentencesOf(refusal), collisions, questions, editConflict, account }
  return Response.json(
    { success: false, message: sentenceOf(refusal), error },
    { status: statusOf[code], headers },
  )
}
