import { cleanLine } from '#lib/kernel/clean-text.ts'

/** A bare address, as in nearly every cell. Needs no cleaning. */
const BARE = /^[\w.%+@-]*$/
const HIDDEN = /\p{Default_Ignorable_Code_Point}/gu
const NAMED = /^(.*)<([^<>]*)>[\s,;]*$/s
const AROUND = /^["'“”‘’\s]+|["'“”‘’\s,;]+$/g

/**
 * The e-mail address in a cell, and the name before it in the format of e-mail headers: `Ana Lima <ana@example.org>`.
 * Removes invisible characters, `mailto:`, surrounding quotes and a trailing comma or semicolon. Other text stays
 * unchanged.
 */
export function readAddress(cell: string): { address: string; name: string } {
  if (BARE.test(cell)) return { address: cell, name: '' }
  const seen = cell.replace(HIDDEN, '')
  const [, before = '', inside = seen] = NAMED.exec(seen) ?? []
  const address = bareAddress(inside)
  const name = cleanLine(before.replace(AROUND, '').replaceAll('\\"', '"'))
  if (bareAddress(name) === address) return { address, name: '' }
  // The name contains another address: taking only one would lose one of two people.
  return name.includes('@') ? { address: bareAddress(seen), name: '' } : { address, name }
}

function bareAddress(text: string): string {
  const trimmed = text.replace(AROUND, '')
  return /^mailto:/i.test(trimmed) ? trimmed.slice('mailto:'.length).replace(/\?.*$/s, '') : trimmed
}
