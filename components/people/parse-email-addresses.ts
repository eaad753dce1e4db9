import { trimEmail } from '#lib/identity/normalise-email.ts'
import { cleanLine } from '#lib/kernel/clean-text.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

export type ParsedAddress = {
  email: string
  /** As in `Name <address>`, at most 120 characters of it. */
  name: string | null
  valid: boolean
  /** The position in the text; `to` is exclusive. */
  from: number
  to: number
}

/** `"Lima, Ana" <ana@example.org>`, `Ana Lima <ana@example.org>`, or any word. */
const ADDRESS = /(?:"([^"\n]*)"\s*|([^<>",;\n@]*))<\s*([^<>\s]*)\s*>|([^\s,;<>]+)/g

/** Catches typing errors at once; the server decides. Domains may be international. */
const VALID =
  /^[^\s@<>()",;:\u0080-\uffff]+@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/u

/** The addresses in a text, separated by spaces, commas, semicolons or lines. Without duplicates. */
export function parseEmailAddresses(text: string): ParsedAddress[] {
  const found = new Map<string, ParsedAddress>()
  for (const match of text.matchAll(ADDRESS)) {
    const [all, quoted, plain, inBrackets, alone] = match
    const email = trimEmail(inBrackets ?? alone ?? '').toLowerCase()
    if (email === '' || found.has(email)) continue
    found.set(email, {
      email,
      name: cut(cleanLine(quoted ?? plain ?? '')) || null,
      valid: VALID.test(email),
      from: match.index,
      to: match.index + all.length,
    })
  }
  return [...found.values()]
}

/** The name, shortened to the length that the server accepts; a surrogate pair is not split. */
function cut(name: string): string {
  return name.slice(0, MAX_LENGTH.name).replace(/\p{Surrogate}$/u, '')
}

/** The text without one of its addresses. */
export function withoutAddress(text: string, { from, to }: Pick<ParsedAddress, 'from' | 'to'>): string {
  return `${text.slice(0, from)}${text.slice(to)}`.replace(/^[\s,;]+/, '')
}
