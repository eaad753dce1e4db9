import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireModeratorWhileOpen } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { assistantsOf, readRoomMembers, writeRoomMember } from '#lib/classroom/room/room-members.ts'
import type { Context } from '#lib/context/context.ts'
import { assistantPermissions as allPermissions } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import type { changeAssistantEndpoint } from './api.ts'

type Input = { sessionId: SessionId } & z.output<typeof changeAssistantEndpoint.body>

/**
 * Gives assistant permissions to a student of the session or another trainer, or takes them back. Idempotent.
 * @throws Refusal `not_found`, `forbidden`, `conflict` if the person is neither
 */
export async function changeAssistant(
  context: Context,
  { sessionId, userId, assistantPermissions }: Input,
): Promise<{ number: number }> {
  const { trainerId } = await requireModeratorWhileOpen(context, sessionId)
  const number = await changeRoom(context, sessionId, async (context) => {
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
    if (!person) throw new Refusal('conflict', 'assistantNotInSession')
    const granted = allPermissions.filter((permission) => assistantPermissions.includes(permission))
    const key = { sessionId, userId }
    const before = await database.roomMember.findUnique({ where: { sessionId_userId: key } })
    const grantedBefore = allPermissions.filter((permission) =>
      before?.assistantPermissions.includes(permission),
    )
    if (grantedBefore.join() === granted.join()) return null
    await writeRoomMember(context, key, { assistantPermissions: granted })
    await recordAudit(context, {
      action: 'assistant_changed',
      subject: 'session',
      subjectId: sessionId,
      before: { userId, assistantPermissions: grantedBefore },
      after: { userId, assistantPermissions: granted },
    })
    await publishToPages(context, sessionId, [userId])
    const assistants = assistantsOf(await readRoomMembers(context, sessionId))
    return { change: { kind: 'state_patch', patch: { assistants } }, rights: 'reduced' }
  })
  return { number }
}
