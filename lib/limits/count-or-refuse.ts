import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { Refusal, type RefusalReason } from '#lib/kernel/refusal.ts'
import { type Counter, countAttempt } from './stored-counters.ts'

/**
 * Counts an attempt before its outcome is known and returns the number of remaining attempts.
 * @param reason its message may contain `seconds` or `minutes`
 * @throws Refusal `rate_limited` with the seconds to wait
 */
export async function countOrRefuse(
  context: Pick<SystemContext, 'database' | 'now'>,
  counters: Counter[],
  reason: RefusalReason = 'tooManyRequests',
): Promise<number> {
  const attempt = await countAttempt(context, counters)
  if (attempt.granted) return attempt.left
  const { seconds } = attempt
  throw new Refusal('rate_limited', reason, {
    values: { seconds, minutes: Math.ceil(seconds / 60) },
    retryAfter: seconds,
  })
}
