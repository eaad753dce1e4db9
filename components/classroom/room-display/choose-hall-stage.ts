export type HallQuestion = {
  /** Everybody online, by time of joining. */
  people: string[]
  /** Who was given the word, whose picture is large for everybody, and who has been speaking. */
  word: string | null
  spotlight: string | null
  speaker: string | null
  trainer: string
}

/**
 * Who is large on the room's screen: who has the word, who is large for all, who speaks, then whoever came first; the
 * trainer, who mostly stands in the room, after everybody else. Null where nobody is online.
 */
export function chooseHallStage({ people, word, spotlight, speaker, trainer }: HallQuestion): string | null {
  const wanted = [word, spotlight, speaker, people.find((identity) => identity !== trainer)]
  return wanted.find((identity) => identity && people.includes(identity)) ?? people[0] ?? null
}
