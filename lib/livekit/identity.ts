import { type UserId, userId } from '#lib/identity/ids.ts'

const COMPANION = ':companion'

/** Whose device a participant is: their own place, or what they brought into the room beside it. */
export type Device = { userId: UserId; companion: boolean }

/** Who is behind a participant's identity, or null where it is none of our people. */
export function deviceOf(identity: string): Device | null {
  const companion = identity.endsWith(COMPANION)
  const id = userId.safeParse(companion ? identity.slice(0, -COMPANION.length) : identity)
  return id.success ? { userId: id.data, companion } : null
}

/** Every identity under which the person may be in a room. */
export function identitiesOf(id: string): string[] {
  return [id, `${id}${COMPANION}`]
}
