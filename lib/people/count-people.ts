import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { type PeopleFilters, peopleWhere, whereInvited } from './people-where.ts'

type Counts = Record<Role, number>

/**
 * Counts people by role whose name or e-mail contains the searched words, and those of them with a pending invitation.
 * @throws Refusal `forbidden`
 */
export async function countPeople(
  context: Context,
  { search, sameName }: Pick<PeopleFilters, 'search' | 'sameName'>,
): Promise<{ all: Counts; invited: Counts }> {
  if (!mayManagePeople(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  const shown = await peopleWhere(context, { search, sameName })
  const count = (where: Prisma.UserWhereInput) =>
    context.database.user.groupBy({ by: ['role'], where, _count: true })
  const [all, invited] = await Promise.all([count(shown), count({ AND: [shown, whereInvited] })])
  return { all: byRole(all), invited: byRole(invited) }
}

function byRole(rows: { role: Role; _count: number }[]): Counts {
  const counts: Counts = { STUDENT: 0, TRAINER: 0, ADMIN: 0 }
  for (const row of rows) counts[row.role] = row._count
  return counts
}
