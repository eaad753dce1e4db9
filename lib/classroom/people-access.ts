import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import type { Lock, Role } from '#lib/kernel/enums.ts'
import { userId } from '#lib/kernel/ids.ts'
import { isMember, type SessionAccess } from '#lib/sessions/policy.ts'
import { permissionsOf } from '#lib/sessions/session-view.ts'
import { membershipColumns, membershipTables } from './membership.ts'
import { locksOf } from './policy.ts'

export type PersonAccess = {
  actor: Pick<Actor, 'id' | 'role'>
  /** Access facts of the person, without the facts of the session. */
  access: Pick<SessionAccess, 'seated' | 'removed' | 'admitted' | 'assistantPermissions'>
  exceptions: Lock[]
}

/** Access facts of people by session id and user id. Disabled and unknown people are left out. */
export async function readPeopleAccess(
  { database }: Pick<SystemContext, 'database'>,
  wanted: ReadonlyMap<string, string[]>,
): Promise<Map<string, Map<string, PersonAccess>>> {
  const pairs = [...wanted].flatMap(([session, ids]) => ids.map((id) => ({ session, id })))
  // SQL, because a whole class joins at the same time: compiling Prisma's four statements takes longer than this statement.
  const rows = await database.$queryRaw<Row[]>`
    SELECT wanted."sessionId", person."id", person."role"::text, ${membershipColumns}
    FROM unnest(
      ${arrayText(pairs.map(({ session }) => session))}::uuid[],
      ${arrayText(pairs.map(({ id }) => id))}::uuid[]
    ) AS wanted ("sessionId", "userId")
    JOIN "User" person ON person."id" = wanted."userId" AND person."disabledAt" IS NULL
    ${membershipTables(Prisma.sql`wanted."sessionId"`)}`
  const found = new Map([...wanted.keys()].map((session) => [session, new Map<string, PersonAccess>()]))
  for (const { sessionId, id, role, assistantPermissions, exceptions, ...access } of rows) {
    const actor = { id: userId.parse(id), role }
    const person = {
      actor,
      access: { ...access, assistantPermissions: permissionsOf(assistantPermissions) },
      exceptions: locksOf(exceptions),
    }
    found.get(sessionId)?.set(id, person)
  }
  return found
}

type Row = {
  sessionId: string
  id: string
  role: Role
  seated: boolean
  removed: boolean
  admitted: boolean
  assistantPermissions: string[]
  exceptions: string[]
}

/** The ids of people who are members of the session and were not removed. */
export async function findPeopleWithAccess(
  context: Pick<SystemContext, 'database'>,
  { id, trainerId }: { id: string; trainerId: string },
  ids: string[],
): Promise<Set<string>> {
  const people =
    (await readPeopleAccess(context, new Map([[id, ids]]))).get(id) ?? new Map<string, PersonAccess>()
  const withAccess = [...people].filter(
    ([, { actor, access }]) => !access.removed && isMember({ trainerId, ...access }, actor),
  )
  return new Set(withAccess.map(([personId]) => personId))
}
