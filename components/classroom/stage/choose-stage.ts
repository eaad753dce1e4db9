import type { TileKey } from './tile-key.ts'

export type StageQuestion = {
  /** One's own choice; it outranks everything while its picture is there. */
  pinned: TileKey | null
  /** Everybody inside, oneself included, by time of joining. */
  people: string[]
  /** Who shares a screen, the latest last. */
  sharers: string[]
  trainer: string
  me: string
  /** Who has been speaking for 2 s, or did so last. */
  speaker: string | null
}

/** What is seen large: pinned, then a shared screen, then the trainer, then who speaks. Source: design.md, "Room stage". */
export function chooseStage(question: StageQuestion): TileKey | null {
  const { pinned, people, sharers, trainer, me, speaker } = question
  if (pinned && isThere(pinned, question)) return pinned
  const sharer = sharers.at(-1)
  if (sharer) return { identity: sharer, source: 'screen' }
  const others = people.filter((identity) => identity !== me)
  const face =
    [trainer, speaker, others[0]].find((identity) => identity && others.includes(identity)) ?? people[0]
  return face ? { identity: face, source: 'camera' } : null
}

function isThere({ identity, source }: TileKey, { people, sharers }: StageQuestion): boolean {
  return (source === 'screen' ? sharers : people).includes(identity)
}
