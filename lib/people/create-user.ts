import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { violatedConstraint } from '#lib/database/faults.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { Person } from '#lib/identity/api.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import { lockActingAdmin } from '#lib/identity/lock-person.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import { refuseWeakPassword } from '#lib/identity/sign-in/password-policy.ts'
import { hashPassword } from '#lib/identity/sign-in/passwords.ts'
import { userId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { createUserEndpoint } from './api.ts'

/** @throws Refusal `forbidden`, `invalid` (a password that is easy to guess), `conflict` (the e-mail is taken) */
export async function createUser(
  context: Context,
  { password, ...person }: z.output<typeof createUserEndpoint.body>,
): Promise<Person> {
  if (!mayManagePeople(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  const { email, name } = person
  if (password) refuseWeakPassword(password, 'password', { email, names: [name] })
  const passwordHash = password ? await hashPassword(password) : null
  try {
    return await inTransaction(context, async (context) => {
      await lockActingAdmin(context)
      const { id } = await context.database.user.create({
        data: { ...person, passwordHash, createdAt: context.now },
        select: { id: true },
      })
      await recordAudit(context, {
        action: 'user_created',
        subject: 'user',
        subjectId: id,
        after: { role: person.role },
      })
      return { ...person, id: userId.parse(id), email: displayEmail(email) }
    })
  } catch (error) {
    if (violatedConstraint(error))
      throw new Refusal('conflict', 'emailTaken', { fields: { email: 'emailTaken' } })
    throw error
  }
}
