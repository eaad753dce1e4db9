import 'server-only'
import type { z } from 'zod'
import type { AuditFacts } from '#lib/audit/facts.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { refuseOutdated } from '#lib/edit-conflicts/refuse-outdated.ts'
import { type LockedPerson, lockPersonAsAdmin } from '#lib/identity/lock-person.ts'
import { endSignIns } from '#lib/identity/sign-in/end-sign-ins.ts'
import { refuseWeakPassword } from '#lib/identity/sign-in/password-policy.ts'
import { hashPassword } from '#lib/identity/sign-in/passwords.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { removeEndedSignInsFromRooms, removeFromRooms } from '#lib/room-access/remove-from-rooms.ts'
import { findOpenSessionsOf } from '#lib/sessions/collisions.ts'
import { promoteStudentsAfterCommit } from '#lib/sessions/seats/promote-after-commit.ts'
import type { changeUserEndpoint, ManagedPerson } from './api.ts'
import { findUser } from './find-user.ts'

type Input = { userId: UserId } & z.output<typeof changeUserEndpoint.body>

/**
 * Changes a person's name or role, sets a new password, disables or enables them. All of it takes effect at their next
 * request. A new password, disabling and enabling end every sign-in of the person and revoke the links that set their
 * password. Participants by an ended sign-in are removed from rooms after the commit.
 * @throws Refusal `not_found`, `forbidden`, `invalid` (a password that is easy to guess), `conflict` (changed by
 * another admin, the actor's own role or access, a role that sessions still need, or an erased person)
 */
export async function changeUser(
  context: Context,
  { userId: id, password, ifRevision, ...change }: Input,
): Promise<ManagedPerson> {
  const { email, name } = await findUser(context, { userId: id })
  if (password) refuseWeakPassword(password, 'password', { email, names: [name, change.name ?? name] })
  const passwordHash = password ? await hashPassword(password) : undefined
  return inTransaction(context, async (context) => {
    const before = await lockPersonAsAdmin(context, id)
    await refuseOutdated(context, { id, revision: before.revision }, ifRevision, async (context) => ({
      subject: 'user',
      now: await findUser(context, { userId: id }),
    }))
    const after: Person = {
      name: change.name ?? before.name,
      role: change.role ?? before.role,
      disabled: change.disabled ?? before.disabled,
    }
    const losesAccess = before.role !== after.role || (!before.disabled && after.disabled)
    if (losesAccess && id === context.actor.id) throw new Refusal('conflict', 'notYourself')
    if (before.role !== after.role) await refuseWhileNeeded(context, id)
    const facts = changedFacts(before, after)
    const changed = Object.keys({ ...facts.before, ...facts.after }).length > 0
    const { revision } = await context.database.user.update({
      where: { id },
      data: {
        name: after.name,
        role: after.role,
        passwordHash,
        ...(before.disabled === after.disabled ? {} : { disabledAt: after.disabled ? context.now : null }),
        ...((changed || passwordHash) && { revision: { increment: 1 } }),
      },
      select: { revision: true },
    })
    const subject = { subject: 'user', subjectId: id, revision } as const
    if (changed) await recordAudit(context, { action: 'user_changed', ...subject, ...facts })
    // Enabling ends sign-ins too: one in progress while the person was disabled may come after the first deletion.
    if (passwordHash || before.disabled !== after.disabled) await endSignIns(context, id)
    if (passwordHash) await recordAudit(context, { action: 'password_changed', ...subject })
    if (!before.disabled && after.disabled) await removeFromRooms(context, id)
    else if (passwordHash) await removeEndedSignInsFromRooms(context, id)
    if (!mayBeSeated(before) && mayBeSeated(after)) await promoteStudentsAfterCommit(context, [id])
    return findUser(context, { userId: id })
  })
}

type Person = Pick<LockedPerson, 'name' | 'role' | 'disabled'>

/** Waitlists skip disabled students and people with other roles, so a seat they are waitlisted for may be free. */
function mayBeSeated({ role, disabled }: Person): boolean {
  return role === 'STUDENT' && !disabled
}

/** @throws Refusal `conflict` with the open sessions that the person teaches or has a seat in */
async function refuseWhileNeeded(context: Context, id: UserId): Promise<void> {
  const collisions = await findOpenSessionsOf(context, id)
  if (collisions.length > 0) throw new Refusal('conflict', 'personStillNeeded', { collisions })
}

/** The audit facts that a change modifies. */
function changedFacts(before: Person, after: Person): { before: AuditFacts; after: AuditFacts } {
  const facts = (['role', 'disabled'] as const).filter((fact) => before[fact] !== after[fact])
  const only = (from: Person) => Object.fromEntries(facts.map((fact) => [fact, from[fact]]))
  const nameChanged = before.name !== after.name
  return { before: only(before), after: { ...only(after), ...(nameChanged && { nameChanged }) } }
}
