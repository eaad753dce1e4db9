const COMPANION = ':companion'

/** The identity under which somebody's companion is in a room. */
export function companionOf(userId: string): string {
  return `${userId}${COMPANION}`
}

/** Whether a participant is a companion: it shows, and sends nothing. */
export function isCompanion(identity: string): boolean {
  return identity.endsWith(COMPANION)
}

/** The id of the person whose place or companion a participant is. */
export function ownerOf(identity: string): string {
  return isCompanion(identity) ? identity.slice(0, -COMPANION.length) : identity
}
