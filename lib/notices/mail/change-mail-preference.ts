import 'server-only'
import type { z } from 'zod'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { changeMailPreferenceEndpoint } from './api.ts'
import { readMailPreferencesKey } from './mail-preferences-key.ts'

type Input = { key: string } & z.output<typeof changeMailPreferenceEndpoint.query>

/**
 * Turns one kind of e-mail off or on for the person of the key. Idempotent. Mail programs call it with the key
 * alone (RFC 8058). @throws Refusal `not_found`
 */
export async function changeMailPreference(
  context: SystemContext,
  { key, on }: Input,
): Promise<DataOf<typeof changeMailPreferenceEndpoint>> {
  const found = readMailPreferencesKey(context.links, key)
  if (!found) throw new Refusal('not_found', 'noSuchAddress')
  const { userId: id, topic } = found
  return inTransaction(context, async ({ database }) => {
    const [person] = await database.$queryRaw<{ mutedByMail: string[] }[]>`
      SELECT "mutedByMail" FROM "User" WHERE "id" = ${id}::uuid AND "erasedAt" IS NULL FOR UPDATE`
    if (!person) throw new Refusal('not_found', 'noSuchAddress')
    const others = person.mutedByMail.filter((muted) => muted !== topic)
    await database.user.update({
      where: { id },
      data: { mutedByMail: on ? others : [...others, topic] },
      select: { id: true },
    })
    return { topic, on }
  })
}
