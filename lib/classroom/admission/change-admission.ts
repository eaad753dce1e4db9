import 'server-only'
import { roomRules } from '#lib/classroom/policy.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { type ClassId, sessionId } from '#lib/kernel/ids.ts'

/** Marks the current participants of a class as admitted when its admission changes to `lobby`. */
export async function admitCurrentParticipants(
  { database, now }: SystemContext,
  classId: ClassId,
): Promise<void> {
  await database.$executeRaw`
    INSERT INTO "RoomMember" ("sessionId", "userId", "admittedAt")
    SELECT DISTINCT presence."sessionId", presence."userId", ${now}::timestamptz
    FROM "Presence" presence
    JOIN "ClassSession" session ON session."id" = presence."sessionId"
    WHERE session."classId" = ${classId}::uuid AND presence."leftAt" IS NULL
    ON CONFLICT ("sessionId", "userId") DO UPDATE SET "admittedAt" = coalesce("RoomMember"."admittedAt", ${now})`
}

/** Publishes a changed admission to the occupied rooms of a class, and reconciles those rooms. */
export async function publishAdmission(context: SystemContext, classId: ClassId): Promise<void> {
  const sessions = await context.database.classSession.findMany({
    where: { classId, status: { in: ['scheduled', 'in_progress'] }, presences: { some: { leftAt: null } } },
    select: { id: true, class: { select: { admission: true } } },
  })
  for (const { id, class: course } of sessions) {
    await changeRoom(context, sessionId.parse(id), async (_, room) => ({
      change: {
        kind: 'state_patch',
        patch: { classStarted: roomRules(course.admission, room).classStarted },
      },
      rights: 'reduced',
    }))
  }
}
