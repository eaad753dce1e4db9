import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { refuseUnlessModerating } from '#lib/classroom/guards.ts'
import { assistantsOf, readAttendees, writeAttendee } from '#lib/classroom/room/attendees.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Context } from '#lib/context/context.ts'
import { assistantPermissions as allPermissions } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { tellPages } from '#lib/page-events/tell-pages.ts'
import type { changeAssistantEndpoint } from './api.ts'

type Input = { sessionId: SessionId } & z.output<typeof changeAssistantEndpoint.body>

/**
 * Gives a student of the session, or another trainer, parts of leading it, or takes them back. Again changes nothing.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where they are neither
 */
export async function changeAssistant(
  context: Context,
  { sessionId, userId, assistantPermissions }: Input,
): Promise<Record<string, never>> {
  const { trainerId } = await refuseUnlessModerating(context, sessionId)
  await changeRoom(context, sessionId, async (context) => {
    const { database } = context
    const person = await database.user.findFirst({
      where: {
        id: userId,
        disabledAt: null,
        removals: { none: { sessionId } },
        OR: [{ role: 'TRAINER', id: { not: trainerId } }, { seats: { some: { sessionId } } }],
      },
      select: { id: true },
    })
    if (!person) throw new Refusal('conflict', 'assistOnlyInside')
    const given = allPermissions.filter((help) => assistantPermissions.includes(help))
    const key = { sessionId, userId }
    const before = await database.roomMember.findUnique({ where: { sessionId_userId: key } })
    const had = allPermissions.filter((help) => before?.assistantPermissions.includes(help))
    if (had.join() === given.join()) return null
    await writeAttendee(context, key, { assistantPermissions: given })
    await recordAudit(context, {
      action: 'assistant_changed',
      subject: 'session',
      subjectId: sessionId,
      before: { userId, assistantPermissions: had },
      after: { userId, assistantPermissions: given },
    })
    await tellPages(context, sessionId, [userId])
    const assistants = assistantsOf(await readAttendees(context, sessionId))
    return { change: { kind: 'parts', parts: { assistants } }, rights: 'narrowed' }
  })
  return {}
}
