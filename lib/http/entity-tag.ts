import { createHash } from 'node:crypto'

/** A strong entity tag (RFC 9110): the same content has the same, and no other content has it. */
export function entityTag(content: string): string {
  return `"${createHash('sha256').update(content).digest('base64url')}"`
}

/** Whether If-None-Match names this tag: whoever asks has the content already. */
export function hasEntityTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false
  if (ifNoneMatch.trim() === '*') return true
  // Weak comparison, as If-None-Match asks for: W/ makes no difference. A tag itself may contain commas.
  return ifNoneMatch.match(/"[^"]*"/g)?.includes(tag) ?? false
}
