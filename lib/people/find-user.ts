import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ManagedPerson } from './api.ts'
import { describePerson, managedSelect } from './describe-person.ts'

/** A person of the school, including erased people. @throws Refusal `not_found`, `forbidden` */
export async function findUser(context: Context, { userId: id }: { userId: UserId }): Promise<ManagedPerson> {
  const { database, actor } = context
  const found = await database.user.findUnique({ where: { id }, select: managedSelect })
  if (!found) throw new Refusal('not_found', 'noSuchPerson')
  if (!mayManagePeople(actor)) throw new Refusal('forbidden', 'notAllowed')
  return describePerson(context, found)
}
