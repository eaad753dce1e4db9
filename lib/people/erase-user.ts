import 'server-only'
import { randomUUID } from 'node:crypto'
import { recordAudit, recordAudits } from '#lib/audit/record-audit.ts'
import { eraseMessages } from '#lib/classroom/chat/erase-messages.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { deleteDeviceCheck } from '#lib/device-check/delete-device-check.ts'
import { lockPersonAsAdmin } from '#lib/identity/lock-person.ts'
import { endSignIns } from '#lib/identity/sign-in/end-sign-ins.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { removeFromRooms } from '#lib/room-access/remove-from-rooms.ts'
import { findOpenSessionsOf } from '#lib/sessions/collisions.ts'
import { releaseAllSeats } from '#lib/sessions/seats/release-all-seats.ts'
import type { ManagedPerson } from './api.ts'
import { findUser } from './find-user.ts'
import { pseudonymOf } from './pseudonym.ts'

/**
 * Erases a person permanently. Name and e-mail become a pseudonym, under which held sessions, attendance and the audit
 * trail stay. Sign-ins, links, notices, enrolments, absences, device checks and upcoming seats are deleted. The person
 * is removed from running rooms after the commit.
 * @throws Refusal `not_found`, `forbidden`, `conflict` (the actor, a trainer with open sessions, already erased)
 */
export async function eraseUser(
  context: Context,
  { userId: id }: { userId: UserId },
): Promise<ManagedPerson> {
  await findUser(context, { userId: id })
  return inTransaction(context, async (context) => {
    const person = await lockPersonAsAdmin(context, id)
    if (id === context.actor.id) throw new Refusal('conflict', 'notEraseYourself')
    if (person.role === 'TRAINER') await refuseWhileTeaching(context, id)
    await releaseAllSeats(context, id)
    await endSignIns(context, id)
    await deletePersonalData(context, id)
    await eraseMessages(context, id)
    await deleteDeviceCheck(context, id)
    const { revision } = await context.database.user.update({
      where: { id },
      data: {
        name: pseudonymOf(person.role),
        email: `erased-${randomUUID()}@erased.invalid`,
        passwordHash: null,
        timeZone: null,
        mutedInApp: [],
        mutedByMail: [],
        feedSerial: { increment: 1 },
        disabledAt: context.now,
        erasedAt: context.now,
        revision: { increment: 1 },
      },
      select: { revision: true },
    })
    await recordAudit(context, { action: 'user_erased', subject: 'user', subjectId: id, revision })
    await removeFromRooms(context, id)
    return findUser(context, { userId: id })
  })
}

/** @throws Refusal `conflict` with the open sessions that the trainer teaches */
async function refuseWhileTeaching(context: Context, id: UserId): Promise<void> {
  const collisions = await findOpenSessionsOf(context, id)
  if (collisions.length > 0) throw new Refusal('conflict', 'trainerStillNeeded', { collisions })
}

async function deletePersonalData(context: Context, id: UserId): Promise<void> {
  const { database } = context
  await database.invitation.deleteMany({ where: { userId: id } })
  await database.notice.deleteMany({ where: { userId: id } })
  await database.absence.deleteMany({ where: { trainerId: id } })
  await database.enrolment.deleteMany({ where: { studentId: id } })
  await removeAsClassTrainer(context, id)
  await database.removal.updateMany({ where: { userId: id }, data: { reason: null } })
}

/** Removes the person as usual trainer of classes. Counts as a change of each class. */
async function removeAsClassTrainer(context: Context, id: UserId): Promise<void> {
  const classes = await context.database.class.updateManyAndReturn({
    where: { trainerId: id },
    data: { trainerId: null, revision: { increment: 1 } },
    select: { id: true, revision: true },
  })
  await recordAudits(
    context,
    classes.map(({ id: subjectId, revision }) => ({
      action: 'class_changed',
      subject: 'class',
      subjectId,
      revision,
      before: { trainerId: id },
    })),
  )
}
