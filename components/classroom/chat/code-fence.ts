/** The language of a block of code, where it stands in the text. */
export type BlockAtCaret = { from: number; language: string }

/** The block of code that the caret is in: after an opening fence and before the end of its closing one. */
export function blockAt(text: string, caret: number): BlockAtCaret | null {
  const fences = [...text.slice(0, caret).matchAll(/^```/gm)]
  const opening = fences.at(-1)
  if (!opening || fences.length % 2 === 0) return null
  const from = opening.index + 3
  return { from, language: /^[\w+-]*/.exec(text.slice(from))?.[0] ?? '' }
}

/** The text with another language for that block. */
export function withLanguage(text: string, { from, language }: BlockAtCaret, next: string): string {
  return text.slice(0, from) + next + text.slice(from + language.length)
}

/** The text with an empty block at its end, and where to write in it. */
export function withNewBlock(text: string, language: string): { text: string; caret: number } {
  const before = text && !text.endsWith('\n') ? `${text}\n` : text
  const opened = `${before}\`\`\`${language}\n`
  return { text: `${opened}\n\`\`\``, caret: opened.length }
}
