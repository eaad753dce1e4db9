export type DisplayStageParams = {
  /** Online participants, by join time. */
  people: string[]
  /** The participants who hold the floor, are in the spotlight, and are the active speaker. */
  floorHolder: string | null
  spotlight: string | null
  activeSpeaker: string | null
  trainer: string
}

/**
 * The participant who is large on the room display: floor holder, spotlight, active speaker, then the first who
 * joined. The trainer, who is usually in the building, comes last. Null if nobody is online.
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
