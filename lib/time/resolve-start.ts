import type { AmbiguousTime } from '#lib/kernel/refusal.ts'
import { resolveWallTime, type WallTime } from './zones.ts'

/** What a wall time means that clocks skip or show twice; `leave`: nothing happens then. */
export type ClockChoice = { wall: string; meant: 'earlier' | 'later' | 'skip' }

export type ResolvedStart =
  | { kind: 'once'; at: string }
  | { kind: 'question'; question: AmbiguousTime }
  | { kind: 'skipped' }

/** When a wall time is meant to be: known, to be asked, or said to be left out. */
export function resolveStart(wall: WallTime, zone: string, choices: ClockChoice[]): ResolvedStart {
  const resolved = resolveWallTime(wall, zone)
  if (resolved.kind === 'once') return { kind: 'once', at: resolved.at }
  const [earlier, later] =
    resolved.kind === 'twice' ? [resolved.earlier, resolved.later] : [resolved.before, resolved.after]
  const text = `${wall.date}T${wall.time}`
  const choice = choices.find((choice) => choice.wall === text)
  switch (choice?.meant) {
    case 'earlier':
      return { kind: 'once', at: earlier }
    case 'later':
      return { kind: 'once', at: later }
    case 'skip':
      return { kind: 'skipped' }
    case undefined:
      return { kind: 'question', question: { wall: text, kind: resolved.kind, earlier, later } }
  }
}
