import 'server-only'
import { Prisma } from '#lib/database/generated/client.ts'

/** How `person` stands to a session, from the tables of standingTables(); the seat is there as `seat`. */
export const standingColumns = Prisma.sql`
  seat."studentId" IS NOT NULL AS "seated", removal."userId" IS NOT NULL AS "removed",
  attendee."admittedAt" IS NOT NULL AS "admitted",
  coalesce(attendee."assistantPermissions", '{}') AS "assistantPermissions", coalesce(attendee."exceptions", '{}') AS "exceptions"`

/** Joins a person's seat, removal and place in the room of a session to `person`, one row at most of each. */
export function standingTables(sessionId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN "Seat" seat ON seat."sessionId" = ${sessionId} AND seat."studentId" = person."id"
    LEFT JOIN "Removal" removal ON removal."sessionId" = ${sessionId} AND removal."userId" = person."id"
    LEFT JOIN "RoomMember" attendee ON attendee."sessionId" = ${sessionId} AND attendee."userId" = person."id"`
}
