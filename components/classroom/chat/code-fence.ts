/** The language of a block of code and its index in the text. */
export type BlockAtCaret = { from: number; language: string }

/** The block of code around the caret: after an opening fence and before the end of its closing fence. */
export function blockAt(text: string, caret: number): BlockAtCaret | null {
  const fences = [...text.slice(0, caret).matchAll(/^```/gm)]
  const opening = fences.at(-1)
  if (!opening || fences.length % 2 === 0) return null
  const from = opening.index + 3
  return { from, language: /^[\w+-]*/.exec(text.slice(from))?.[0] ?? '' }
}

/** The text with the block's language replaced. */
export function withLanguage(text: string, { from, language }: BlockAtCaret, next: string): string {
  return text.slice(0, from) + next + text.slice(from + language.length)
}

/** The text with an empty block at its end, and the caret position inside the block. */
export function withNewBlock(text: string, language: string): { text: string; caret: number } {
  const before = text && !text.endsWith('\n') ? `${text}\n` : text
  const opened = `${before}\`\`\`${language}\n`
  return { text: `${opened}\n\`\`\``, caret: opened.length }
}
