import type { TileKey } from '#components/classroom/room-state/tile-key.ts'

export type StageParams = {
  /** One's own choice; it outranks everything while its picture is there. */
  pinned: TileKey | null
  /** Everybody inside, oneself included, by time of joining. */
  people: string[]
  /** Who shares a screen, the latest last. */
  sharers: string[]
  trainer: string
  me: string
  /** Whose picture is large for everybody, and who was given the word. */
  spotlight: string | null
  floorHolder: string | null
  /** Who has been speaking for 2 s, or did so last. */
  activeSpeaker: string | null
}

/**
 * What is seen large: one's own pin, who is pinned for all, a shared screen, who has the word, the trainer, who speaks.
 * Source: design.md, "Room stage".
 */
export function chooseStage(params: StageParams): TileKey | null {
  const { pinned, people, sharers, spotlight, floorHolder, trainer, me, activeSpeaker } = params
  if (pinned && isInRoom(pinned, params)) return pinned
  const others = people.filter((identity) => identity !== me)
  if (spotlight && others.includes(spotlight)) return { identity: spotlight, source: 'camera' }
  const sharer = sharers.at(-1)
  if (sharer) return { identity: sharer, source: 'screen' }
  const face =
    [floorHolder, trainer, activeSpeaker, others[0]].find(
      (identity) => identity && others.includes(identity),
    ) ?? people[0]
  return face ? { identity: face, source: 'camera' } : null
}

function isInRoom({ identity, source }: TileKey, { people, sharers }: StageParams): boolean {
  return (source === 'screen' ? sharers : people).includes(identity)
}
