import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'

/**
 * Creates many students within a transaction. They cannot sign in until they accept an invitation.
 * Skips addresses that are taken. Returns the number of students created.
 * @param people a query for their `id`, `email` and `name`, so that thousands of rows stay out of this process
 */
export async function addStudents(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  people: Prisma.Sql,
): Promise<number> {
  // Ordered by address: concurrent calls that create the same people cannot deadlock.
  return database.$executeRaw`
    INSERT INTO "User" ("id", "email", "name", "role", "createdAt")
    SELECT "id", "email", "name", 'STUDENT', ${now} FROM (${people}) people ORDER BY "email"
    ON CONFLICT ("email") DO NOTHING`
}
