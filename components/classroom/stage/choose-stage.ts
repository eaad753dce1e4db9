import type { TileKey } from '#components/classroom/room-state/tile-key.ts'

export type StageQuestion = {
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
  word: string | null
  /** Who has been speaking for 2 s, or did so last. */
  speaker: string | null
}

/**
 * What is seen large: one's own pin, who is pinned for all, a shared screen, who has the word, the trainer, who speaks.
 * Source: design.md, "Room stage".
 */
export function chooseStage(question: StageQuestion): TileKey | null {
  const { pinned, people, sharers, spotlight, word, trainer, me, speaker } = question
  if (pinned && isThere(pinned, question)) return pinned
  const others = people.filter((identity) => identity !== me)
  if (spotlight && others.includes(spotlight)) return { identity: spotlight, source: 'camera' }
  const sharer = sharers.at(-1)
  if (sharer) return { identity: sharer, source: 'screen' }
  const face =
    [word, trainer, speaker, others[0]].find((identity) => identity && others.includes(identity)) ?? people[0]
  return face ? { identity: face, source: 'camera' } : null
}

function isThere({ identity, source }: TileKey, { people, sharers }: StageQuestion): boolean {
  return (source === 'screen' ? sharers : people).includes(identity)
}
