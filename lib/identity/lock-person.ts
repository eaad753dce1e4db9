import 'server-only'
import type { Context, SystemContext } from '#lib/context/context.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { mayManagePeople } from './policy.ts'

export type LockedPerson = {
  name: string
  email: string
  role: Role
  disabled: boolean
  erased: boolean
  hasPassword: boolean
  revision: number
}

type Row = LockedPerson & { id: string }
type AccountStatus = Pick<LockedPerson, 'role' | 'disabled'>

/** Locks a person until the transaction ends. @throws Refusal `not_found`, `conflict` if the person was erased */
export async function lockPerson(
  { database }: Pick<SystemContext, 'database'>,
  id: string,
): Promise<LockedPerson> {
  return requireNotErased(
    await database.$queryRaw<Row[]>`
      SELECT "id", "name", "email", "role"::text, "disabledAt" IS NOT NULL AS "disabled",
        "erasedAt" IS NOT NULL AS "erased", "passwordHash" IS NOT NULL AS "hasPassword", "revision"
      FROM "User" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`,
    id,
  )
}

/**
 * Locks a person and the acting admin, who must still be an enabled admin. If two admins disable each other
 * concurrently, the second request is refused, so that an admin always remains.
 * @throws as lockPerson(), and Refusal `forbidden`
 */
export async function lockPersonAsAdmin({ database, actor }: Context, id: string): Promise<LockedPerson> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT "id", "name", "email", "role"::text, "disabledAt" IS NOT NULL AS "disabled",
      "erasedAt" IS NOT NULL AS "erased", "passwordHash" IS NOT NULL AS "hasPassword", "revision"
    FROM "User" WHERE "id" IN (${id}::uuid, ${actor.id}::uuid) ORDER BY "id" FOR NO KEY UPDATE`
  refuseUnlessAdmin(rows.find((row) => row.id === actor.id))
  return requireNotErased(rows, id)
}

/**
 * Locks the acting admin, who must still be enabled, until the transaction ends. For use cases that create people.
 * @throws Refusal `forbidden`
 */
export async function lockActingAdmin({ database, actor }: Context): Promise<void> {
  const [held] = await database.$queryRaw<AccountStatus[]>`
    SELECT "role"::text, "disabledAt" IS NOT NULL AS "disabled" FROM "User"
    WHERE "id" = ${actor.id}::uuid FOR SHARE`
  refuseUnlessAdmin(held)
}

function refuseUnlessAdmin(actor: AccountStatus | undefined): void {
  if (!actor || actor.disabled || !mayManagePeople(actor)) throw new Refusal('forbidden', 'notAllowed')
}

function requireNotErased(rows: Row[], id: string): LockedPerson {
  const person = rows.find((row) => row.id === id)
  if (!person) throw new Refusal('not_found', 'noSuchPerson')
  if (person.erased) throw new Refusal('conflict', 'personErased')
  return person
}
