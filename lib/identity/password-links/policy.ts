/** How a link that sets a password stands. */
export type LinkState = 'open' | 'used' | 'replaced' | 'expired' | 'disabled'

export type Link = { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date }

/**
 * Whether a link can still set its holder's password, or why not. It works once and until it runs out; one that was
 * taken back or replaced, or whose holder can no longer sign in, does not.
 */
export function linkState(link: Link, holder: { disabledAt: Date | null }, now: Date): LinkState {
  if (link.usedAt) return 'used'
  if (holder.disabledAt) return 'disabled'
  if (link.revokedAt) return 'replaced'
  return link.expiresAt > now ? 'open' : 'expired'
}

const LONGEST_NAME = 120

/** Somebody's name until they say it: `ana.lima@example.org` is Ana Lima. */
export function nameFromEmail(email: string): string {
  const local = email.slice(0, email.lastIndexOf('@'))
  const words = local.split(/[._+-]+/).filter(Boolean)
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  return (name || local).slice(0, LONGEST_NAME)
}
