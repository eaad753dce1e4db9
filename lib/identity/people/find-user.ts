import 'server-only'
import { Refusal } from '#lib/http/refusal.ts'
import type { ManagedPerson } from '#lib/identity/api.ts'
import { type UserId, userId as userIdSchema } from '#lib/identity/ids.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import type { Context } from '#lib/process/context.ts'

/** One person of the school. @throws Refusal `not_found`, `forbidden` */
export async function findUser(
  { database, actor }: Context,
  { userId: id }: { userId: UserId },
): Promise<ManagedPerson> {
  const found = await database.user.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, role: true, disabledAt: true },
  })
  if (!found) throw new Refusal('not_found', 'noSuchPerson')
  if (!mayManagePeople(actor)) throw new Refusal('forbidden', 'notAllowed')
  const { disabledAt, ...person } = found
  return { ...person, id: userIdSchema.parse(person.id), disabled: disabledAt !== null }
}
