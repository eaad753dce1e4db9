import 'server-only'
import type { Role } from '#lib/identity/actor.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { Context } from '#lib/process/context.ts'
import { type PeopleFilters, peopleWhere } from './people-where.ts'

type Counts = Record<Role, number>

/**
 * How many people of each role have the searched words in name or e-mail, and how many of them were invited and are
 * not here yet. @throws Refusal `forbidden`
 */
export async function countPeople(
  context: Context,
  filters: Pick<PeopleFilters, 'search' | 'sameName'>,
): Promise<{ all: Counts; invited: Counts }> {
  if (!mayManagePeople(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  const { search, sameName } = filters
  const count = async (invited?: boolean) => {
    const where = await peopleWhere(context, { search, sameName, invited })
    return context.database.user.groupBy({ by: ['role'], where, _count: true })
  }
  const [all, invited] = await Promise.all([count(), count(true)])
  return { all: byRole(all), invited: byRole(invited) }
}

function byRole(rows: { role: Role; _count: number }[]): Counts {
  const counts: Counts = { STUDENT: 0, TRAINER: 0, ADMIN: 0 }
  for (const row of rows) counts[row.role] = row._count
  return counts
}
