/** A piece of a message: prose in pieces, or a block of code. */
export type Block = { kind: 'prose'; parts: Part[] } | { kind: 'code'; language: string; code: string }

export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string }

const FENCE = /^```([\w+-]*)[^\S\n]*\n([\s\S]*?)(?:\n```[^\S\n]*$|(?![\s\S]))/gm

/**
 * What somebody wrote, in pieces: blocks of code between ``` fences, `code`, links that begin with http(s), and
 * mentions of these names. Nothing else is markup.
 */
export function parseText(text: string, names: string[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  for (const match of text.matchAll(FENCE)) {
    pushProse(blocks, text.slice(at, match.index), names)
    blocks.push({ kind: 'code', language: match[1]?.toLowerCase() ?? '', code: match[2] ?? '' })
    at = match.index + match[0].length
  }
  pushProse(blocks, text.slice(at), names)
  return blocks
}

function pushProse(blocks: Block[], text: string, names: string[]) {
  const prose = text.replace(/^\n+|\n+$/g, '')
  if (prose) blocks.push({ kind: 'prose', parts: partsOf(prose, names) })
}

function partsOf(prose: string, names: string[]): Part[] {
  // A longer name may begin with a shorter one.
  const longestFirst = names.toSorted((one, other) => other.length - one.length)
  const mentions = longestFirst.map((name) => `@${literally(name)}(?![\\p{L}\\p{N}])`).join('|')
  const pattern = new RegExp(
    `(\`[^\`\\n]+\`)|(https?://[^\\s<>"\`]+)${mentions ? `|(${mentions})` : ''}`,
    'gu',
  )
  const parts: Part[] = []
  let at = 0
  const pushText = (text: string) => text && parts.push({ kind: 'text', text })
  for (const match of prose.matchAll(pattern)) {
    pushText(prose.slice(at, match.index))
    at = match.index + match[0].length
    if (match[1]) parts.push({ kind: 'code', text: match[1].slice(1, -1) })
    else if (match[3]) parts.push({ kind: 'mention', text: match[3] })
    else at -= pushLink(parts, match[0])
  }
  pushText(prose.slice(at))
  return parts
}

/** A full stop or bracket at its end belongs to the sentence; answers how many characters do. */
function pushLink(parts: Part[], found: string): number {
  const text = found.replace(/[.,:;!?)\]'”’]+$/u, '')
  if (!URL.canParse(text)) {
    parts.push({ kind: 'text', text })
  } else parts.push({ kind: 'link', text: text.replace(/^https?:\/\//, ''), href: text })
  return found.length - text.length
}

function literally(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
