import type { SeatKind } from './api.ts'

/** The compared form of a word: lower case, without accents, separated by single spaces. */
export function normaliseWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const seatKindPatterns: Record<SeatKind, RegExp> = {
  online:
    /^(on ?line|remote|virtual|virtuell|video|zoom|home|zu hause|distanz|fern|fernteilnahme|(en|a) ?(ligne|linea|distancia|distance)|distanciel|distancia|visio)$/,
  in_person:
    /^(vor ort|prasenz|in prasenz|in person|on ?site|offline|presentiel|en presentiel|presencial|sur place|en persona|(in the |in |im |en |la )?(room|class ?room|raum|klassenraum|salle|sala|aula|saal)( \S+)?)$/,
}

/** The seat kind that a word means in English, German, French or Spanish, or null if it means neither. */
export function parseSeatKind(word: string): SeatKind | null {
  const compared = normaliseWord(word)
  if (seatKindPatterns.online.test(compared)) return 'online'
  return seatKindPatterns.in_person.test(compared) ? 'in_person' : null
}
