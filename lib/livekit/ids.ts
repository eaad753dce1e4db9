const COMPANION = ':companion'
const HALL = 'hall:'

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

/** The identity under which a room's screen is in a session's room; nobody is behind it. */
export function hallOf(id: string): string {
  return `${HALL}${id}`
}

/** Whether a participant is a room's screen. */
export function isHall(identity: string): boolean {
  return identity.startsWith(HALL)
}

/** Whether a participant is somebody's own place: neither a companion nor a room's screen. */
export function isOwnPlace(identity: string): boolean {
  return !isCompanion(identity) && !isHall(identity)
}
