import type { TileKey } from '#components/classroom/room-state/tile-key.ts'

export type StageParams = {
  /** The viewer's pin. It overrides everything while its picture exists. */
  pinned: TileKey | null
  /** All participants inside, including the viewer, by join time. */
  people: string[]
  /** Participants who share a screen, the latest last. */
  sharers: string[]
  trainer: string
  me: string
  /** The participants in the spotlight, and with the floor. */
  spotlight: string | null
  floorHolder: string | null
  /** The participant who has been speaking for 2 s, or was the last to do so. */
  activeSpeaker: string | null
}

/**
 * The large picture: the viewer's pin, spotlight, shared screen, floor holder, trainer, active speaker.
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
