import { cleanLine, cleanText } from '#lib/kernel/clean-text.ts'

/** How our API takes a text before it counts: as a line or paragraphs, cleaned, or as it is sent, such as a password. */
export type Cleaning = 'line' | 'paragraphs' | 'sent'

const cleaned: Record<Cleaning, (text: string) => string> = {
  line: cleanLine,
  paragraphs: cleanText,
  sent: (text) => text,
}

/** By how many code points a text is too long, counted as Zod counts on our server. */
export function countExcess(text: string, longest: number, cleaning: Cleaning): number {
  const counted = cleaned[cleaning](text)
  // There are never more code points than code units.
  return counted.length <= longest ? 0 : Math.max(0, [...counted].length - longest)
}
