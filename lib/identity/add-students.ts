import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'

/**
 * Creates many students at once, within a transaction; they cannot sign in until they accept an invitation. Answers
 * how many: who has an address that somebody else has is left out.
 * @param people a query for their `id`, `email` and `name`, so that thousands need not pass through this process
 */
export async function addStudents(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  people: Prisma.Sql,
): Promise<number> {
  // In the order of addresses: two who create the same people never wait for each other.
  return database.$executeRaw`
    INSERT INTO "User" ("id", "email", "name", "role", "createdAt")
    SELECT "id", "email", "name", 'STUDENT', ${now} FROM (${people}) people ORDER BY "email"
    ON CONFLICT ("email") DO NOTHING`
}
