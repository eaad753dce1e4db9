import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { revokeLinks } from '#lib/identity/revoke-links.ts'

/**
 * Ends a person's sign-ins, optionally except one, and revokes their links that set a password. Call it in the
 * transaction that changes the password or the right to sign in. For a week, a request with an ended credential gets
 * the reason (refuseEnded).
 */
export async function endSignIns(
  context: Pick<SystemContext, 'database' | 'now'>,
  userId: string,
  except?: string,
): Promise<void> {
  await context.database.$executeRaw`
    WITH "ended" AS (
      DELETE FROM "SignIn" WHERE "userId" = ${userId}::uuid AND "id" IS DISTINCT FROM ${except ?? null}::uuid
      RETURNING "tokenHash", "userId"
    )
    INSERT INTO "EndedSignIn" ("tokenHash", "userId", "endedAt")
    SELECT "tokenHash", "userId", ${context.now} FROM "ended"`
  await revokeLinks(context, [userId])
}
