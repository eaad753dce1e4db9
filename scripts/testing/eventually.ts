import { vi } from 'vitest'

/** Waits until a check holds, as long as a busy machine may need: LiveKit, PostgreSQL and their events have their own pace. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 20_000, interval: 50 })
}
