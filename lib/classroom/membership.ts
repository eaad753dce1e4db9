import 'server-only'
import { Prisma } from '#lib/database/generated/client.ts'

/**
 * Membership columns of `person` in a session, from the tables of membershipTables(). The seat is available as
 * `seat`.
 */
export const membershipColumns = Prisma.sql`
  seat."studentId" IS NOT NULL AS "seated", removal."userId" IS NOT NULL AS "removed",
  member."admittedAt" IS NOT NULL AS "admitted",
  coalesce(member."assistantPermissions", '{}') AS "assistantPermissions", coalesce(member."exceptions", '{}') AS "exceptions"`

/** Joins the seat, removal and room member row of `person` in a session; at most one row each. */
export function membershipTables(sessionId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN "Seat" seat ON seat."sessionId" = ${sessionId} AND seat."studentId" = person."id"
    LEFT JOIN "Removal" removal ON removal."sessionId" = ${sessionId} AND removal."userId" = person."id"
    LEFT JOIN "RoomMember" member ON member."sessionId" = ${sessionId} AND member."userId" = person."id"`
}
