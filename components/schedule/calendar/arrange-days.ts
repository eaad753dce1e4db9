import { MINUTE_MS, MINUTES_PER_DAY } from '#lib/kernel/durations.ts'
import type { ClockSpan } from './block.ts'
import { layOutDay, MORE_MINUTES } from './lay-out-day.ts'
import { type MinuteSpan, minutesOf } from './split-by-day.ts'

/** The blocks without a lane on a day, and the time slot of the text that counts them. */
export type MoreBlocks<T> = ClockSpan & { day: string; blocks: T[] }

/** The blocks that are drawn on these days, with at most `mostLanes` side by side, and those that are only counted. */
export function arrangeDays<T extends ClockSpan>(
  blocks: T[],
  days: string[],
  mostLanes: number,
): { shown: T[]; more: MoreBlocks<T>[] } {
  const left = new Set<T>()
  const more = days.flatMap((day) => {
    const items = blocks.flatMap((block) => {
      const stretch = stretchOn(day, block)
      return stretch ? [{ block, ...stretch }] : []
    })
    return layOutDay(items, mostLanes).more.map(({ items, at }) => {
      for (const { block } of items) left.add(block)
      const start = Math.min(at, MINUTES_PER_DAY - MORE_MINUTES)
      return {
        day,
        start: clockAt(day, start),
        end: clockAt(day, start + MORE_MINUTES),
        blocks: items.map(({ block }) => block),
      }
    })
  })
  return { shown: blocks.filter((block) => !left.has(block)), more }
}

function stretchOn(day: string, { start, end }: ClockSpan): MinuteSpan | null {
  const stretch = {
    start: start.slice(0, 10) < day ? 0 : minutesOf(start.slice(11)),
    end: end.slice(0, 10) > day ? MINUTES_PER_DAY : minutesOf(end.slice(11)),
  }
  const isOn = start.slice(0, 10) <= day && end > `${day}T00:00`
  return isOn ? stretch : null
}

function clockAt(day: string, minute: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + minute * MINUTE_MS).toISOString().slice(0, 16)
}
