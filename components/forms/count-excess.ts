import { cleanLine, cleanText } from '#lib/kernel/clean-text.ts'

/** How the API cleans a text before it counts: as a line, as paragraphs, or not at all (`sent`, such as a password). */
export type Cleaning = 'line' | 'paragraphs' | 'sent'

const cleaned: Record<Cleaning, (text: string) => string> = {
  line: cleanLine,
  paragraphs: cleanText,
  sent: (text) => text,
}

/** The number of code points over the limit, counted as by Zod on the server. */
export function countExcess(text: string, longest: number, cleaning: Cleaning): number {
  const counted = cleaned[cleaning](text)
  // A text never has more code points than code units.
  return counted.length <= longest ? 0 : Math.max(0, [...counted].length - longest)
}
