const LONGEST = 120

/** What is quoted of a text: its beginning, on one line. */
export function beginningOf(text: string): string {
  const line = text.replaceAll('```', ' ').replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : line
}
