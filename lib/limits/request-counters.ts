import 'server-only'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { RequestLimit } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { type Limit, requestLimits } from './limits.ts'

type Count = { count: number; endsAt: number }
type Counts = { byKey: Map<string, Count>; sweptAt: number }

/** Expired counts are removed at this interval, in ms. */
const SWEEP_MS = MINUTE_MS

// One counter map per process: Next bundles routes and actions separately.
const shared: typeof globalThis & { caravanRequests?: Counts } = globalThis

/**
 * Counts a user's request in this process's memory.
 * @param subject the user's id, with the session's id for a limit per session
 * @param now in ms
 * @throws Refusal `rate_limited` with the seconds until the window ends
 */
export function countRequest(limit: RequestLimit, subject: string, now = Date.now()): void {
  const { max, windowMs }: Limit = requestLimits[limit]
  shared.caravanRequests ??= { byKey: new Map(), sweptAt: now }
  const counts = shared.caravanRequests
  if (now - counts.sweptAt >= SWEEP_MS) sweep(counts, now)
  const key = `${limit}:${subject}`
  const known = counts.byKey.get(key)
  if (!known || known.endsAt <= now) {
    counts.byKey.set(key, { count: 1, endsAt: now + windowMs })
    return
  }
  if (known.count >= max) {
    const seconds = Math.ceil((known.endsAt - now) / 1000)
    throw new Refusal('rate_limited', 'tooManyRequests', { values: { seconds }, retryAfter: seconds })
  }
  known.count += 1
}

function sweep(counts: Counts, now: number): void {
  for (const [key, { endsAt }] of counts.byKey) if (endsAt <= now) counts.byKey.delete(key)
  counts.sweptAt = now
}
