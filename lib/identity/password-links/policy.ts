import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

/** State of an invitation or password reset link. */
export type LinkState = 'open' | 'used' | 'replaced' | 'expired' | 'disabled'

export type Link = { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date }

/**
 * Whether a link can still set its holder's password, or why not. A link works once, until it expires. It stops working
 * if it is revoked or replaced, or if its holder is disabled.
 */
export function linkState(link: Link, holder: { disabledAt: Date | null }, now: Date): LinkState {
  if (link.usedAt) return 'used'
  if (holder.disabledAt) return 'disabled'
  if (link.revokedAt) return 'replaced'
  return link.expiresAt > now ? 'open' : 'expired'
}

/** A provisional name from the e-mail, until the person sets one: `ana.lima@example.org` becomes Ana Lima. */
export function nameFromEmail(email: string): string {
  const local = email.slice(0, email.lastIndexOf('@'))
  const words = local.split(/[._+-]+/).filter(Boolean)
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  return (name || local).slice(0, MAX_LENGTH.name)
}
