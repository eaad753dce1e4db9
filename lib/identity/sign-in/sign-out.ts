import 'server-only'
import type { Context, SystemContext } from '#lib/process/context.ts'
import { type Credential, hashCredential } from './credential.ts'

/** Ends the sign-in that the request came with; it holds at the next request. */
export async function signOut({ database, actor }: Context): Promise<Record<string, never>> {
  await database.signIn.deleteMany({ where: { id: actor.signInId } })
  return {}
}

/** Ends the sign-in behind a credential, whether it still works or not. */
export async function endCredential({ database }: Pick<SystemContext, 'database'>, credential: Credential) {
  await database.signIn.deleteMany({ where: { tokenHash: hashCredential(credential) } })
}
