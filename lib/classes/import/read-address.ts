import { cleanLine } from '#lib/kernel/clean-text.ts'

/** Nearly every cell is like this, and nothing of it has to be looked at. */
const BARE = /^[\w.%+@-]*$/
const HIDDEN = /\p{Default_Ignorable_Code_Point}/gu
const NAMED = /^(.*)<([^<>]*)>[\s,;]*$/s
const AROUND = /^["'“”‘’\s]+|["'“”‘’\s,;]+$/g

/**
 * The e-mail address in a cell, and the name before it as mail programs write both: `Ana Lima <ana@example.org>`. Taken
 * away are characters that are not seen, `mailto:`, quotes around it and a comma or semicolon behind it. What is no
 * address stays as it is.
 */
export function readAddress(cell: string): { address: string; name: string } {
  if (BARE.test(cell)) return { address: cell, name: '' }
  const seen = cell.replace(HIDDEN, '')
  const [, before = '', inside = seen] = NAMED.exec(seen) ?? []
  const address = bareAddress(inside)
  const name = cleanLine(before.replace(AROUND, '').replaceAll('\\"', '"'))
  if (bareAddress(name) === address) return { address, name: '' }
  // Another address in it: one of two people would be lost.
  return name.includes('@') ? { address: bareAddress(seen), name: '' } : { address, name }
}

function bareAddress(text: string): string {
  const trimmed = text.replace(AROUND, '')
  return /^mailto:/i.test(trimmed) ? trimmed.slice('mailto:'.length).replace(/\?.*$/s, '') : trimmed
}
