const FIRST_MS = 1_000
const LONGEST_MS = 10_000

/**
 * Milliseconds before the nth attempt (0 is the first): none, then doubling from 1 s to 10 s.
 * `random` (0 to 1) takes up to a third off, so that a whole class does not come back at one instant.
 */
export function retryDelay(attempt: number, random: number): number {
  if (attempt <= 0) return 0
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1))
  return Math.round(full * (1 - random / 3))
}
