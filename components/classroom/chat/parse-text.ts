import { findLinks } from './find-links.ts'

/** A piece of a message: prose as a list of parts, or a block of code. */
export type Block = { kind: 'prose'; parts: ProsePart[] } | { kind: 'code'; language: string; code: string }

export type ProsePart =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string }

const FENCE = /^```([\w+-]*)[^\S\n]*\n([\s\S]*?)(?:\n```[^\S\n]*$|(?![\s\S]))/gm

/**
 * Parses a message into blocks of code between ``` fences, `code`, links, and mentions of these names.
 * Nothing else is markup.
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

function partsOf(prose: string, names: string[]): ProsePart[] {
  const mention = mentionFinder(names)
  return splitAt(prose, codesIn(prose), (text) =>
    splitAt(text, linksIn(text), (text) => splitAt(text, mention(text))),
  )
}

type Found = { from: number; to: number; part: ProsePart }

/** The found parts in place; the text between them goes through `rest`, which by default leaves it as text. */
function splitAt(
  text: string,
  found: Found[],
  rest = (text: string): ProsePart[] => [{ kind: 'text', text }],
): ProsePart[] {
  const ends = [0, ...found.map(({ to }) => to)]
  const between = (index: number) => {
    const piece = text.slice(ends[index], found[index]?.from)
    return piece ? rest(piece) : []
  }
  return [...found.flatMap(({ part }, index) => [...between(index), part]), ...between(found.length)]
}

function codesIn(text: string): Found[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(({ 0: all, 1: code = '', index: from }) => ({
    from,
    to: from + all.length,
    part: { kind: 'code', text: code },
  }))
}

function linksIn(text: string): Found[] {
  return findLinks(text).map(({ from, to, href }) => ({
    from,
    to,
    part: { kind: 'link', text: text.slice(from, to), href },
  }))
}

/** Finds mentions of these names. An @ after a letter is part of an e-mail address. */
function mentionFinder(names: string[]): (text: string) => Found[] {
  if (names.length === 0) return () => []
  // A longer name may begin with a shorter one.
  const longestFirst = names.toSorted((one, other) => other.length - one.length).map(escapeRegExp)
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}._-])@(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
    'gu',
  )
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: mention, index: from }) => ({
      from,
      to: from + mention.length,
      part: { kind: 'mention', text: mention },
    }))
}

function escapeRegExp(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
