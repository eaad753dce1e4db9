import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { admitCurrentParticipants, publishAdmission } from '#lib/classroom/admission/change-admission.ts'
import type { Context } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { refuseOutdated } from '#lib/edit-conflicts/refuse-outdated.ts'
import { type ClassId, sessionId } from '#lib/kernel/ids.ts'
import { Refusal, type RefusalReason } from '#lib/kernel/refusal.ts'
import { findOpenSessions } from '#lib/sessions/find-open-sessions.ts'
import { promoteSessionsAfterCommit } from '#lib/sessions/seats/promote-after-commit.ts'
import { lockClass } from '#lib/sessions/seats/seats.ts'
import type { CourseClass, changeClassEndpoint } from './api.ts'
import { changedClassFacts } from './class-facts.ts'
import { classSelect, classView } from './class-view.ts'
import { mayManageClasses } from './policy.ts'
import { refuseInvalidClassSettings } from './refuse-invalid-class-settings.ts'

type Input = z.output<typeof changeClassEndpoint.body>
type Change = Omit<Input, 'ifRevision'>

/**
 * Changes a class, archives or restores it. Seats, location and trainer apply only to sessions planned from now on;
 * existing sessions keep theirs.
 * @throws Refusal `not_found`, `forbidden`, `invalid`, `conflict` (changed by another admin, sessions need its mode or
 * time zone, or open sessions prevent archiving)
 */
export async function changeClass(
  context: Context,
  { classId, ifRevision, ...change }: { classId: ClassId } & Input,
): Promise<CourseClass> {
  const found = await context.database.class.findUnique({ where: { id: classId }, select: { id: true } })
  if (!found) throw new Refusal('not_found', 'noSuchClass')
  if (!mayManageClasses(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  const { was, now } = await inTransaction(context, async (context) => {
    await lockClass(context, classId)
    const was = await readClass(context, classId)
    await refuseOutdated(context, was, ifRevision, async () => ({ subject: 'class', now: was }))
    await refuseInvalidClassSettings(context, { mode: was.mode, ...change })
    await refuseIfSessionsNeedIt(context, was, change)
    await context.database.class.update({ where: { id: classId }, data: dataOf(context, was, change) })
    const now = await recordChange(context, was, await readClass(context, classId))
    if (now.mode === 'HYBRID' && was.mode !== 'HYBRID') await promoteOpenWaitlists(context, classId)
    if (now.admission === 'lobby' && was.admission !== 'lobby')
      await admitCurrentParticipants(context, classId)
    return { was, now }
  })
  if (now.admission !== was.admission) await publishAdmission(context, classId)
  return now
}

/** In a HYBRID class, a student on the waitlist for an in-person seat may take an online seat meanwhile. */
async function promoteOpenWaitlists(context: Context, classId: ClassId): Promise<void> {
  const sessions = await context.database.classSession.findMany({
    where: { classId, status: { in: ['scheduled', 'in_progress'] } },
    select: { id: true },
  })
  await promoteSessionsAfterCommit(
    context,
    sessions.map(({ id }) => sessionId.parse(id)),
  )
}

/** Increments the revision and records an audit event. No-op if nothing changed. */
async function recordChange(context: Context, was: CourseClass, now: CourseClass): Promise<CourseClass> {
  const facts = changedClassFacts(was, now)
  if (Object.keys({ ...facts.before, ...facts.after }).length === 0) return now
  const { revision } = await context.database.class.update({
    where: { id: now.id },
    data: { revision: { increment: 1 } },
    select: { revision: true },
  })
  await recordAudit(context, {
    action: 'class_changed',
    subject: 'class',
    subjectId: now.id,
    revision,
    ...facts,
  })
  return { ...now, revision }
}

async function readClass({ database }: Context, id: ClassId): Promise<CourseClass> {
  return classView(await database.class.findUniqueOrThrow({ where: { id }, select: classSelect }))
}

function dataOf(
  { now }: Context,
  was: CourseClass,
  { archived, ...change }: Change,
): Prisma.ClassUncheckedUpdateInput {
  return {
    ...change,
    // An online class has no location.
    ...(change.mode === 'ONLINE' && { inPersonCapacity: 0, locationId: null }),
    ...(archived !== undefined && archived !== was.archived && { archivedAt: archived ? now : null }),
  }
}

/** @throws Refusal `conflict` with the sessions that prevent the change */
async function refuseIfSessionsNeedIt(context: Context, was: CourseClass, change: Change): Promise<void> {
  const own = { classId: was.id }
  if (change.archived && !was.archived) await refuseIfSessionsExist(context, own, 'classStillHeld')
  if (change.timeZone && change.timeZone !== was.timeZone)
    await refuseIfSessionsExist(context, own, 'zoneStillUsed', 'timeZone')
  if (!change.mode || change.mode === was.mode || change.mode === 'HYBRID') return
  const other = change.mode === 'ONLINE' ? ('offline' as const) : ('online' as const)
  if (change.mode === 'ONLINE') {
    await refuseIfSessionsExist(context, { ...own, inPersonCapacity: { gt: 0 } }, 'modeStillUsed', 'mode')
  }
  const held = await context.database.classSession.findFirst({
    where: { ...own, sessionType: other },
    select: { id: true },
  })
  if (held) throw new Refusal('conflict', 'modeStillUsed', { fields: { mode: 'modeStillUsed' } })
}

async function refuseIfSessionsExist(
  context: Context,
  where: Prisma.ClassSessionWhereInput,
  reason: RefusalReason,
  field?: keyof Change,
): Promise<void> {
  const collisions = await findOpenSessions(context, where)
  if (collisions.length === 0) return
  throw new Refusal('conflict', reason, { collisions, ...(field && { fields: { [field]: reason } }) })
}
