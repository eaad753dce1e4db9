import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { refuseUnlessModerating } from '#lib/classroom/guards.ts'
import { assistantsOf, readAttendees, writeAttendee } from '#lib/classroom/room/attendees.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Context } from '#lib/context/context.ts'
import { helps as allHelps } from '#lib/kernel/enums.ts'
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
  { sessionId, userId, helps }: Input,
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
    const given = allHelps.filter((help) => helps.includes(help))
    const key = { sessionId, userId }
    const before = await database.attendee.findUnique({ where: { sessionId_userId: key } })
    const had = allHelps.filter((help) => before?.helps.includes(help))
    if (had.join() === given.join()) return null
    await writeAttendee(context, key, { helps: given })
    await recordAudit(context, {
      action: 'assistant-changed',
      subject: 'session',
      subjectId: sessionId,
      before: { userId, helps: had },
      after: { userId, helps: given },
    })
    await tellPages(context, sessionId, [userId])
    const assistants = assistantsOf(await readAttendees(context, sessionId))
    return { change: { kind: 'parts', parts: { assistants } }, rights: 'narrowed' }
  })
  return {}
}
