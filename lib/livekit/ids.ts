const COMPANION_SUFFIX = ':companion'
const ROOM_DISPLAY_PREFIX = 'room-display:'

/** The identity under which somebody's companion is in a room. */
export function companionIdentityOf(userId: string): string {
  return `${userId}${COMPANION_SUFFIX}`
}

/** Whether a participant is a companion: it shows, and sends nothing. */
export function isCompanion(identity: string): boolean {
  return identity.endsWith(COMPANION_SUFFIX)
}

/** The id of the person whose place or companion a participant is. */
export function ownerIdOf(identity: string): string {
  return isCompanion(identity) ? identity.slice(0, -COMPANION_SUFFIX.length) : identity
}

/** The identity under which a room's screen is in a session's room; nobody is behind it. */
export function roomDisplayIdentityOf(id: string): string {
  return `${ROOM_DISPLAY_PREFIX}${id}`
}

/** Whether a participant is a room's screen. */
export function isRoomDisplay(identity: string): boolean {
  return identity.startsWith(ROOM_DISPLAY_PREFIX)
}

/** Whether a participant is somebody's own place: neither a companion nor a room's screen. */
export function isMainDevice(identity: string): boolean {
  return !isCompanion(identity) && !isRoomDisplay(identity)
}
