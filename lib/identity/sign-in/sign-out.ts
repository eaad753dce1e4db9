import 'server-only'
import type { Context, SystemContext } from '#lib/context/context.ts'
import { removeEndedSignInsFromRooms } from '#lib/room-access/remove-from-rooms.ts'
import { type Credential, hashCredential } from './credential.ts'

/**
 * Ends the sign-in that the request came with; it holds at the next request. Who is inside a room by it is put out;
 * other devices of the person stay.
 */
export async function signOut(context: Context): Promise<Record<string, never>> {
  const { database, actor } = context
  await database.signIn.deleteMany({ where: { id: actor.signInId } })
  // Not one transaction: the sign-out holds even while no job can be sent, and reconciliation puts out later.
  await removeEndedSignInsFromRooms(context, actor.id)
  return {}
}

/** Ends the sign-in behind a credential, whether it still works or not, with the same effect on rooms. */
export async function endCredential(context: SystemContext, credential: Credential): Promise<void> {
  const [ended] = await context.database.$queryRaw<{ userId: string }[]>`
    DELETE FROM "SignIn" WHERE "tokenHash" = ${hashCredential(credential)} RETURNING "userId"`
  if (ended) await removeEndedSignInsFromRooms(context, ended.userId)
}
