const COMPANION_SUFFIX = ':companion'
const ROOM_DISPLAY_PREFIX = 'room-display:'

/** The identity of a person's companion in a room. */
export function companionIdentityOf(userId: string): string {
  return `${userId}${COMPANION_SUFFIX}`
}

/** Whether a participant is a companion, which only receives. */
export function isCompanion(identity: string): boolean {
  return identity.endsWith(COMPANION_SUFFIX)
}

/** The user id of the owner of a main device or companion. */
export function ownerIdOf(identity: string): string {
  return isCompanion(identity) ? identity.slice(0, -COMPANION_SUFFIX.length) : identity
}

/** The identity of a room display in a session's room. It belongs to no user. */
export function roomDisplayIdentityOf(id: string): string {
  return `${ROOM_DISPLAY_PREFIX}${id}`
}

/** Whether a participant is a room display. */
export function isRoomDisplay(identity: string): boolean {
  return identity.startsWith(ROOM_DISPLAY_PREFIX)
}

/** Whether a participant is a person's main device: neither a companion nor a room display. */
export function isMainDevice(identity: string): boolean {
  return !isCompanion(identity) && !isRoomDisplay(identity)
}
