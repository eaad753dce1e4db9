import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/**
 * Marks sessions in which a person has lost rights. Their rooms are reconciled at once, and again regularly for as
 * long as existing tokens are valid (reconcile-rooms-with-reduced-rights). Skips offline sessions that never ran:
 * no tokens exist for them.
 */
export async function markRightsReduced(context: SystemContext, sessionIds: SessionId[]): Promise<void> {
  const { database, now, jobs } = context
  await database.$executeRaw`
    INSERT INTO "Classroom" ("sessionId", "rightsReducedAt")
    SELECT session."id", ${now} FROM "ClassSession" session
    LEFT JOIN "Classroom" room ON room."sessionId" = session."id"
    WHERE session."id" = ANY(${sessionIds}::uuid[])
      AND (
        session."status" = 'in_progress'
        OR (session."status" = 'scheduled' AND session."sessionType" = 'online')
        OR room."sessionId" IS NOT NULL
      )
    ON CONFLICT ("sessionId") DO UPDATE SET "rightsReducedAt" = ${now}`
  await jobs.send(
    context,
    'reconcile-room',
    sessionIds.map((sessionId) => ({ sessionId })),
  )
}
