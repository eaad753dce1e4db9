import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireAssistantPermission } from '#lib/classroom/guards.ts'
import { locksOf } from '#lib/classroom/policy.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { exceptionsOf, readRoomMembers, writeRoomMember } from '#lib/classroom/room/room-members.ts'
import type { Context } from '#lib/context/context.ts'
import { locks as allLocks, type Lock } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { seatsOf } from '#lib/sessions/seats/seats-of.ts'
import type { changeLocksEndpoint } from './api.ts'

type Input = { sessionId: SessionId } & z.output<typeof changeLocksEndpoint.body>

/**
 * Locks or unlocks what students may do, and changes the exceptions. New tokens grant no more than that, and the
 * grants of participants are corrected at once. Idempotent.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 */
export async function changeLocks(
  context: Context,
  { sessionId, locks = {}, exceptions = [] }: Input,
): Promise<{ locks: Lock[]; number: number }> {
  await requireAssistantPermission(context, sessionId, 'locks')
  let now: Lock[] = []
  const number = await changeRoom(context, sessionId, async (context, room) => {
    const { database } = context
    const before = locksOf(room.locks)
    now = allLocks.filter((lock) => locks[lock] ?? before.includes(lock))
    const members = await readRoomMembers(context, sessionId)
    const exceptedBefore = exceptionsOf(members)
    await refuseWithoutSeat(
      context,
      sessionId,
      exceptions.map(({ userId }) => userId),
    )
    const wanted = new Map(members.map((member) => [member.userId, member.exceptions]))
    for (const { userId, lock, excepted } of exceptions) {
      const others = (wanted.get(userId) ?? []).filter((other) => other !== lock)
      const now = excepted ? [...others, lock] : others
      wanted.set(userId, now)
      await writeRoomMember(context, { sessionId, userId }, { exceptions: now })
    }
    const excepted = exceptionsOf(await readRoomMembers(context, sessionId))
    const locksChanged = before.join() !== now.join()
    if (!locksChanged && JSON.stringify(excepted) === JSON.stringify(exceptedBefore)) return null
    await database.classroom.update({ where: { sessionId }, data: { locks: now } })
    await recordAudit(context, {
      action: 'locks_changed',
      subject: 'session',
      subjectId: sessionId,
      before: { locks: before, ...exceptionFacts(exceptedBefore) },
      after: { locks: now, ...exceptionFacts(excepted) },
    })
    return { change: { kind: 'state_patch', patch: { locks: now, exceptions: excepted } }, rights: 'reduced' }
  })
  return { locks: now, number }
}

function exceptionFacts(exceptions: { userId: string }[]) {
  return exceptions.length > 0 ? { studentIds: exceptions.map(({ userId }) => userId) } : {}
}

/** @throws Refusal `conflict` if a person has no seat */
async function refuseWithoutSeat({ database }: Context, sessionId: SessionId, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  const seats = await database.seat.count({ where: { ...seatsOf(sessionId), studentId: { in: wanted } } })
  if (seats < wanted.length) throw new Refusal('conflict', 'lockOnlyStudents')
}
