import 'server-only'
import { Refusal } from '#lib/http/refusal.ts'
import type { Role } from '#lib/identity/actor.ts'
import type { SystemContext } from '#lib/process/context.ts'

type Locking = Pick<SystemContext, 'database'>

export type LockedPerson = {
  name: string
  email: string
  role: Role
  disabled: boolean
  erased: boolean
  hasPassword: boolean
}

type Row = LockedPerson & { id: string }

/** Holds a person until the transaction ends. @throws Refusal `not_found`, `conflict` where the person was erased */
export async function lockPerson({ database }: Locking, id: string): Promise<LockedPerson> {
  return unlessErased(
    await database.$queryRaw<Row[]>`
      SELECT "id", "name", "email", "role"::text, "disabledAt" IS NOT NULL AS "disabled",
        "erasedAt" IS NOT NULL AS "erased", "passwordHash" IS NOT NULL AS "hasPassword"
      FROM "User" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`,
    id,
  )
}

/** The same with every admin: two admins could else disable each other. @throws as lockPerson() */
export async function lockPersonAndAdmins(
  { database }: Locking,
  id: string,
): Promise<{ person: LockedPerson; otherAdmins: number }> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT "id", "name", "email", "role"::text, "disabledAt" IS NOT NULL AS "disabled",
      "erasedAt" IS NOT NULL AS "erased", "passwordHash" IS NOT NULL AS "hasPassword"
    FROM "User" WHERE "id" = ${id}::uuid OR ("role" = 'ADMIN' AND "disabledAt" IS NULL)
    ORDER BY "id" FOR NO KEY UPDATE`
  return { person: unlessErased(rows, id), otherAdmins: rows.filter((row) => row.id !== id).length }
}

function unlessErased(rows: Row[], id: string): LockedPerson {
  const person = rows.find((row) => row.id === id)
  if (!person) throw new Refusal('not_found', 'noSuchPerson')
  if (person.erased) throw new Refusal('conflict', 'personErased')
  return person
}
