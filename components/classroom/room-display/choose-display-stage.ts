export type DisplayStageParams = {
  /** Everybody online, by time of joining. */
  people: string[]
  /** Who was given the word, whose picture is large for everybody, and who has been speaking. */
  floorHolder: string | null
  spotlight: string | null
  activeSpeaker: string | null
  trainer: string
}

/**
 * Who is large on the room's screen: who has the word, who is large for all, who speaks, then whoever came first; the
 * trainer, who mostly stands in the room, after everybody else. Null where nobody is online.
 */
export function chooseDisplayStage({
  people,
  floorHolder,
  spotlight,
  activeSpeaker,
  trainer,
}: DisplayStageParams): string | null {
  const candidates = [floorHolder, spotlight, activeSpeaker, people.find((identity) => identity !== trainer)]
  return candidates.find((identity) => identity && people.includes(identity)) ?? people[0] ?? null
}
