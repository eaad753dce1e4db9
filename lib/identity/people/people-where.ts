import type { Prisma } from '#lib/database/generated/client.ts'
import { literally } from '#lib/database/literally.ts'
import type { Role } from '#lib/identity/actor.ts'
import { standing } from './describe-person.ts'

export type PeopleFilters = { role?: Role; search?: string; invited?: boolean }

const notHereYet: Prisma.UserWhereInput = { passwordHash: null, invitations: { some: standing } }

/** Which people a list is about; who was erased is in none. */
export function peopleWhere({ role, search, invited }: PeopleFilters): Prisma.UserWhereInput {
  const has = search ? { contains: literally(search), mode: 'insensitive' as const } : null
  return {
    role,
    erasedAt: null,
    OR: has ? [{ name: has }, { email: has }] : undefined,
    ...(invited === true && notHereYet),
    ...(invited === false && { NOT: notHereYet }),
  }
}
