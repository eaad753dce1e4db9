import type { AmbiguousTime } from '#lib/kernel/refusal.ts'
import { resolveWallTime, type WallTime } from './zones.ts'

/** The meaning of a wall time that clocks skip or show twice; `skip` leaves the session out. */
export type ClockChoice = { wall: string; meant: 'earlier' | 'later' | 'skip' }

export type ResolvedStart =
  | { kind: 'once'; at: string }
  | { kind: 'question'; question: AmbiguousTime }
  | { kind: 'skipped' }

/** The start of a wall time: resolved, in need of a choice, or skipped by choice. */
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
