import 'server-only'
import { Refusal } from '#lib/kernel/refusal.ts'

/** A hash takes about 20 ms of a core. More in parallel would starve the requests of running classes. */
const AT_ONCE = 2
const MAX_WAITING = 100
const RETRY_AFTER_S = 2

type Queue = { running: number; waiting: (() => void)[] }

// One queue per process: Next bundles routes, actions and next-auth separately.
const shared: typeof globalThis & { caravanHashing?: Queue } = globalThis

/**
 * Runs work that hashes a password: two at once, the rest in order.
 * @throws Refusal `unavailable` with the seconds to wait, if 100 are already waiting
 */
export async function inHashingQueue<T>(work: () => Promise<T>): Promise<T> {
  shared.caravanHashing ??= { running: 0, waiting: [] }
  const queue = shared.caravanHashing
  if (queue.running < AT_ONCE) queue.running += 1
  else if (queue.waiting.length < MAX_WAITING)
    await new Promise<void>((resolve) => queue.waiting.push(resolve))
  else throw new Refusal('unavailable', 'tooManySignIns', { retryAfter: RETRY_AFTER_S })
  try {
    return await work()
  } finally {
    const next = queue.waiting.shift()
    if (next) next()
    else queue.running -= 1
  }
}
