import 'server-only'
import { inTransaction } from '#lib/database/transaction.ts'
import { addressOf } from '#lib/http/address-of.ts'
import type { DataOf } from '#lib/http/endpoint.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { countOrRefuse } from '#lib/limits/count-or-refuse.ts'
import { hashedSubject } from '#lib/limits/stored-counters.ts'
import { application } from '#lib/process/application.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { createHallEndpoint } from './api.ts'
import { createCode } from './code.ts'
import { CODE_LIVES_MS } from './policy.ts'
import { createSecret, hashSecret } from './secret.ts'

/** Anybody may ask for a code: so many can be open, then nobody gets one until some have run out. */
export const MOST_OPEN_CODES = 200
const RETRY_AFTER_S = 60

type NewHall = DataOf<typeof createHallEndpoint>

/** A new screen of a room, that waits to be paired by its code. @throws Refusal `rate_limited` */
export async function createHall({
  request,
  ...context
}: SystemContext & { request: { headers: Headers } }): Promise<NewHall> {
  const { authSecret: secret } = application().configuration
  return createHallFor(context, { address: addressOf(request.headers), secret })
}

/** The same for who asks from an address: 50 times in 5 minutes. @throws Refusal `rate_limited` */
export async function createHallFor(
  context: SystemContext,
  { address, secret: authSecret }: { address: string; secret: string },
): Promise<NewHall> {
  await countOrRefuse(context, [{ limit: 'hall-codes', subject: hashedSubject(address, authSecret) }])
  const secret = createSecret()
  const expiresAt = new Date(context.now.getTime() + CODE_LIVES_MS)
  const { id, code } = await inTransaction(context, async ({ database, now }) => {
    // One after the other, so that the count holds.
    await database.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('hall-codes'))::text`
    const open = await database.hallDevice.count({
      where: { code: { not: null }, codeExpiresAt: { gt: now } },
    })
    if (open >= MOST_OPEN_CODES) {
      throw new Refusal('rate_limited', 'hallTooManyCodes', { retryAfter: RETRY_AFTER_S })
    }
    const code = await unusedCode({ database })
    const { id } = await database.hallDevice.create({
      data: { secretHash: hashSecret(secret), code, codeExpiresAt: expiresAt },
      select: { id: true },
    })
    return { id, code }
  })
  return { id, secret, code, expiresAt: expiresAt.toISOString() }
}

async function unusedCode({ database }: Pick<SystemContext, 'database'>): Promise<string> {
  const code = createCode()
  return (await database.hallDevice.count({ where: { code } })) === 0 ? code : unusedCode({ database })
}
