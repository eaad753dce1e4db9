import 'server-only'
import type { SystemContext } from '#lib/process/context.ts'
import type { SessionId } from './ids.ts'

/**
 * For sessions in which somebody may do less from now on: their rooms are settled at once, and those of running ones
 * again and again for as long as tokens last that are out.
 */
export async function narrowRooms(context: SystemContext, sessionIds: SessionId[]): Promise<void> {
  const { database, now, jobs } = context
  await database.$executeRaw`
    INSERT INTO "Classroom" ("sessionId", "narrowedAt")
    SELECT "id", ${now} FROM "ClassSession" WHERE "id" = ANY(${sessionIds}::uuid[]) AND "status" = 'in_progress'
    ON CONFLICT ("sessionId") DO UPDATE SET "narrowedAt" = ${now}`
  for (const sessionId of sessionIds) await jobs.send(context, 'settle-room', { sessionId })
}
