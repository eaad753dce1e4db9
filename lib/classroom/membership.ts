import 'server-only'
import { Prisma } from '#lib/database/generated/client.ts'

/** How `person` stands to a session, from the tables of standingTables(); the seat is there as `seat`. */
export const membershipColumns = Prisma.sql`
  seat."studentId" IS NOT NULL AS "seated", removal."userId" IS NOT NULL AS "removed",
  member."admittedAt" IS NOT NULL AS "admitted",
  coalesce(member."assistantPermissions", '{}') AS "assistantPermissions", coalesce(member."exceptions", '{}') AS "exceptions"`

/** Joins a person's seat, removal and place in the room of a session to `person`, one row at most of each. */
export function membershipTables(sessionId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN "Seat" seat ON seat."sessionId" = ${sessionId} AND seat."studentId" = person."id"
    LEFT JOIN "Removal" removal ON removal."sessionId" = ${sessionId} AND removal."userId" = person."id"
    LEFT JOIN "RoomMember" member ON member."sessionId" = ${sessionId} AND member."userId" = person."id"`
}
