import 'server-only'
import type { Context, SystemContext } from '#lib/context/context.ts'
import { removeEndedSignInsFromRooms } from '#lib/room-access/remove-from-rooms.ts'
import { type Credential, hashCredential } from './credential.ts'

/**
 * Ends the sign-in of the request, effective at the next request. Participants by this sign-in are removed from rooms;
 * the person's other devices stay.
 */
export async function signOut(context: Context): Promise<Record<string, never>> {
  const { database, actor } = context
  await database.signIn.deleteMany({ where: { id: actor.signInId } })
  // Not one transaction: the sign-out takes effect even if no job can be sent. Reconciliation then removes the
  // participant later.
  await removeEndedSignInsFromRooms(context, actor.id)
  return {}
}

/** Ends the sign-in of a credential, expired or not, and removes its participants from rooms. */
export async function endCredential(context: SystemContext, credential: Credential): Promise<void> {
  const [ended] = await context.database.$queryRaw<{ userId: string }[]>`
    DELETE FROM "SignIn" WHERE "tokenHash" = ${hashCredential(credential)} RETURNING "userId"`
  if (ended) await removeEndedSignInsFromRooms(context, ended.userId)
}
