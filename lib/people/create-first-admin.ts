import 'server-only'
import { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Database } from '#lib/database/client.ts'
import { email, newPassword } from '#lib/identity/api.ts'
import { refuseWeakPassword } from '#lib/identity/sign-in/password-policy.ts'
import { hashPassword } from '#lib/identity/sign-in/passwords.ts'
import { singleLine } from '#lib/kernel/fields.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

export const firstAdmin = z.object({ email, name: singleLine(MAX_LENGTH.name), password: newPassword })

/**
 * Creates the first admin of a school. Later admins are created by an admin.
 * @throws Refusal `conflict` if an admin exists, `invalid` for a password that is easy to guess
 */
export async function createFirstAdmin(
  { database, now }: { database: Database; now: Date },
  { email, name, password }: z.output<typeof firstAdmin>,
): Promise<void> {
  refuseWeakPassword(password, 'password', { email, names: [name] })
  const passwordHash = await hashPassword(password)
  const id = crypto.randomUUID()
  const made = await database.$executeRaw`
    INSERT INTO "User" ("id", "email", "name", "role", "passwordHash", "createdAt")
    SELECT ${id}::uuid, ${email}, ${name}, 'ADMIN', ${passwordHash}, ${now}
    WHERE NOT EXISTS (SELECT 1 FROM "User" WHERE "role" = 'ADMIN')`
  if (made === 0) throw new Refusal('conflict', 'adminExists')
  await recordAudit(
    { database, now },
    { action: 'user_created', subject: 'user', subjectId: id, after: { role: 'ADMIN' } },
  )
}
