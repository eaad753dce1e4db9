import 'server-only'
import { roomRules } from '#lib/classroom/policy.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { type ClassId, sessionId } from '#lib/kernel/ids.ts'

/** Whoever is inside a room of the class has been let in, where from now on the trainer lets in one by one. */
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

/** Tells the rooms of a class in which people are that students come in in another way now, and settles them. */
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
