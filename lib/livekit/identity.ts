import { type UserId, userId } from '#lib/kernel/ids.ts'
import { companionIdentityOf, isCompanion, ownerIdOf } from './ids.ts'

/** Whose device a participant is: their own place, or what they brought into the room beside it. */
export type Device = { userId: UserId; companion: boolean }

/** Who is behind a participant's identity, or null where it is none of our people. */
export function deviceOf(identity: string): Device | null {
  const id = userId.safeParse(ownerIdOf(identity))
  return id.success ? { userId: id.data, companion: isCompanion(identity) } : null
}

/** The identity under which a device is in a room. */
export function identityOf({ userId, companion }: Device): string {
  return companion ? companionIdentityOf(userId) : userId
}

/** Every identity under which the person may be in a room. */
export function identitiesOf(id: string): string[] {
  return [id, companionIdentityOf(id)]
}
