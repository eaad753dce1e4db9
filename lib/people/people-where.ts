import type { SystemContext } from '#lib/context/context.ts'
import type { Database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { nameOrEmailContains } from '#lib/identity/search-people.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { pendingInvitation } from './describe-person.ts'

export type PeopleFilters = { role?: Role; search?: string; invited?: boolean; sameName?: boolean }

/** Filter for people who were invited and have not set a password yet. */
export const whereInvited: Prisma.UserWhereInput = {
  passwordHash: null,
  invitations: { some: pendingInvitation },
}

/** Maximum number of shared names in a filter. */
const MAX_SHARED_NAMES = 500

/** The database filter of a list of people. Erased people are always excluded. */
export async function peopleWhere(
  { database }: Pick<SystemContext, 'database'>,
  { role, search, invited, sameName }: PeopleFilters,
): Promise<Prisma.UserWhereInput> {
  return {
    role,
    erasedAt: null,
    ...(search && nameOrEmailContains(search)),
    ...(invited === true && whereInvited),
    ...(invited === false && { NOT: whereInvited }),
    ...(sameName && { searchName: { in: await readSharedNames(database) } }),
  }
}

/** Search forms of names that several people share. */
async function readSharedNames(database: Database): Promise<string[]> {
  const shared = await database.user.groupBy({
    by: ['searchName'],
    where: { erasedAt: null },
    having: { searchName: { _count: { gt: 1 } } },
    orderBy: { searchName: 'asc' },
    take: MAX_SHARED_NAMES,
  })
  return shared.map(({ searchName }) => searchName)
}
