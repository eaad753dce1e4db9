const MAX_EXCERPT_LENGTH = 120

/** The quoted excerpt of a text: its beginning, on one line. */
export function excerptOf(text: string): string {
  const line = text.replaceAll('```', ' ').replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length > MAX_EXCERPT_LENGTH
    ? `${characters.slice(0, MAX_EXCERPT_LENGTH).join('')}…`
    : line
}
