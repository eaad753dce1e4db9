import { MINUTES_PER_DAY } from '#lib/kernel/durations.ts'
import type { MinuteSpan } from './split-by-day.ts'

export type LaidOut<T> = { item: T; lane: number; lanes: number }

/** The items without a lane, and the minute at which their count is drawn. */
export type More<T> = { items: T[]; at: number }

/** Drawn length of the text "1 more". */
export const MORE_MINUTES = 30

/**
 * Places overlapping sessions of a day side by side, in at most `mostLanes`. The rest is counted below each group of
 * overlapping sessions. All sessions of a group have the same width.
 */
export function layOutDay<T extends MinuteSpan>(
  items: T[],
  mostLanes = 2,
): { placed: LaidOut<T>[]; more: More<T>[] } {
  const groups = groupOverlapping(items.toSorted((a, b) => a.start - b.start || b.end - a.end))
  const laidOut = groups.map((group) => fillLanes(group, mostLanes))
  return {
    placed: laidOut.flatMap(({ shown, lanes }) => shown.map((placed) => ({ ...placed, lanes }))),
    more: laidOut.flatMap(({ shown, left }, index) => {
      if (left.length === 0) return []
      const end = Math.max(...shown.map(({ item }) => item.end))
      const next = groups[index + 1]?.[0]?.start ?? MINUTES_PER_DAY
      return [{ items: left, at: next - end >= MORE_MINUTES ? end : end - MORE_MINUTES }]
    }),
  }
}

function groupOverlapping<T extends MinuteSpan>(sorted: T[]): T[][] {
  const groups: T[][] = []
  let until = Number.NEGATIVE_INFINITY
  for (const item of sorted) {
    if (item.start >= until) groups.push([])
    groups.at(-1)?.push(item)
    until = Math.max(until, item.end)
  }
  return groups
}

function fillLanes<T extends MinuteSpan>(group: T[], mostLanes: number) {
  const ends: number[] = []
  const shown: { item: T; lane: number }[] = []
  const left: T[] = []
  for (const item of group) {
    const free = ends.findIndex((end) => end <= item.start)
    const lane = free === -1 ? ends.length : free
    if (lane >= mostLanes) {
      left.push(item)
      continue
    }
    ends[lane] = item.end
    shown.push({ item, lane })
  }
  return { shown, left, lanes: ends.length }
}
