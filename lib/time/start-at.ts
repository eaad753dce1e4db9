import type { ClockQuestion } from '#lib/kernel/refusal.ts'
import { resolveWallTime, type WallTime } from './zones.ts'

/** What a wall time means that clocks skip or show twice; `leave`: nothing happens then. */
export type ClockChoice = { wall: string; meant: 'earlier' | 'later' | 'leave' }

export type Start =
  | { kind: 'once'; at: string }
  | { kind: 'question'; question: ClockQuestion }
  | { kind: 'left' }

/** When a wall time is meant to be: known, to be asked, or said to be left out. */
export function startAt(wall: WallTime, zone: string, choices: ClockChoice[]): Start {
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
    case 'leave':
      return { kind: 'left' }
    case undefined:
      return { kind: 'question', question: { wall: text, kind: resolved.kind, earlier, later } }
  }
}
