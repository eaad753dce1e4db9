import { type UserId, userId } from '#lib/kernel/ids.ts'
import { companionIdentityOf, isCompanion, ownerIdOf } from './ids.ts'

/** The owner of a participant, and whether it is their main device or their companion. */
export type Device = { userId: UserId; companion: boolean }

/** The device behind a participant's identity, or null if it does not belong to a user. */
export function deviceOf(identity: string): Device | null {
  const id = userId.safeParse(ownerIdOf(identity))
  return id.success ? { userId: id.data, companion: isCompanion(identity) } : null
}

/** The identity of a device in a room. */
export function identityOf({ userId, companion }: Device): string {
  return companion ? companionIdentityOf(userId) : userId
}

/** All identities of the person in a room. */
export function identitiesOf(id: string): string[] {
  return [id, companionIdentityOf(id)]
}
