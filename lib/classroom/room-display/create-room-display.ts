import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { clientAddressOf } from '#lib/kernel/client-address-of.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { countOrRefuse } from '#lib/limits/count-or-refuse.ts'
import { hashedSubject } from '#lib/limits/stored-counters.ts'
import { application } from '#lib/process/application.ts'
import type { createRoomDisplayEndpoint } from './api.ts'
import { createPairingCode } from './create-pairing-code.ts'
import { CODE_LIFETIME_MS } from './policy.ts'
import { createSecret, hashSecret } from './secret.ts'

/** Maximum number of open codes. Anyone may request a code, so a new code replaces an old one. */
export const MAX_OPEN_CODES = 200

type NewRoomDisplay = DataOf<typeof createRoomDisplayEndpoint>

/** A new room display with a code for pairing. @throws Refusal `rate_limited` */
export async function createRoomDisplay({
  request,
  ...context
}: SystemContext & { request: { headers: Headers } }): Promise<NewRoomDisplay> {
  const { authSecret: secret } = application().configuration
  return createRoomDisplayFor(context, { address: clientAddressOf(request.headers), secret })
}

/** A new room display for an address; at most 50 codes in 5 minutes. @throws Refusal `rate_limited` */
export async function createRoomDisplayFor(
  context: SystemContext,
  { address, secret: authSecret }: { address: string; secret: string },
): Promise<NewRoomDisplay> {
  const addressKey = hashedSubject(address, authSecret)
  await countOrRefuse(context, [{ limit: 'pairing-codes', subject: addressKey }])
  const secret = createSecret()
  const expiresAt = new Date(context.now.getTime() + CODE_LIFETIME_MS)
  const { id, code } = await inTransaction(context, async (context) => {
    const { database } = context
    // Serialised, so that the limit holds.
    await database.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('pairing-codes'))::text`
    await deleteExcessCodes(context, addressKey)
    const code = await createUnusedCode({ database })
    const { id } = await database.roomDisplay.create({
      data: { secretHash: hashSecret(secret), code, codeExpiresAt: expiresAt, addressKey },
      select: { id: true },
    })
    return { id, code }
  })
  return { id, secret, code, expiresAt: expiresAt.toISOString() }
}

/**
 * Deletes open codes until there is space for one more: first the oldest of the same address, then the oldest of
 * all, so that the codes of one address do not replace those of others. Displays that are being paired stay.
 */
async function deleteExcessCodes(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  addressKey: string,
): Promise<void> {
  await database.$executeRaw`
    WITH open AS (
      SELECT "id", "addressKey", "codeExpiresAt" FROM "RoomDisplay"
      WHERE "code" IS NOT NULL AND "codeExpiresAt" > ${now}
    )
    DELETE FROM "RoomDisplay" WHERE "code" IS NOT NULL AND "id" IN (
      SELECT "id" FROM open
      ORDER BY "addressKey" IS NOT DISTINCT FROM ${addressKey} DESC, "codeExpiresAt", "id"
      LIMIT (SELECT greatest(count(*) - ${MAX_OPEN_CODES - 1}::int, 0) FROM open)
    )`
}

async function createUnusedCode({ database }: Pick<SystemContext, 'database'>): Promise<string> {
  const code = createPairingCode()
  return (await database.roomDisplay.count({ where: { code } })) === 0 ? code : createUnusedCode({ database })
}
