import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import { lockPerson } from '#lib/identity/lock-person.ts'
import { endSignIns } from '#lib/identity/sign-in/end-sign-ins.ts'
import { refuseWeakPassword } from '#lib/identity/sign-in/password-policy.ts'
import { hashPassword } from '#lib/identity/sign-in/passwords.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { Refusal, type RefusalReason } from '#lib/kernel/refusal.ts'
import { removeEndedSignInsFromRooms } from '#lib/room-access/remove-from-rooms.ts'
import type { acceptLinkEndpoint } from './api.ts'
import { readLink } from './find-link.ts'
import type { LinkState } from './policy.ts'

type Input = { key: string } & z.output<typeof acceptLinkEndpoint.body>

const reasonOf: Record<Exclude<LinkState, 'open'>, RefusalReason> = {
  used: 'linkUsed',
  replaced: 'linkReplaced',
  expired: 'linkExpired',
  disabled: 'linkAccountDisabled',
}

/**
 * Sets the password by a link, and with an invitation the name. The link is used up, the person's other links stop
 * working, and all their sign-ins end. Participants by those sign-ins are removed from rooms after the commit.
 * @throws Refusal `not_found`, `conflict` (no longer open), `invalid` (a password that is easy to guess)
 */
export async function acceptLink(
  context: SystemContext,
  { key, password, name }: Input,
): Promise<DataOf<typeof acceptLinkEndpoint>> {
  const { id, userId, purpose, ...holder } = await requireOpen(context, key)
  refuseWeakPassword(password, 'password', { email: holder.email, names: [holder.name, name ?? holder.name] })
  const passwordHash = await hashPassword(password)
  return inTransaction(context, async (context) => {
    // Lock order: the person before their links, as in the use cases that disable or erase a person.
    const { email } = await lockPerson(context, userId)
    const { count } = await context.database.invitation.updateMany({
      where: {
        id,
        usedAt: null,
        revokedAt: null,
        expiresAt: { gt: context.now },
        user: { disabledAt: null },
      },
      data: { usedAt: context.now },
    })
    if (count === 0) throw await refuseClosed(context, key)
    await context.database.user.update({
      where: { id: userId },
      data: { passwordHash, name: purpose === 'invitation' ? name : undefined },
      select: { id: true },
    })
    await endSignIns(context, userId)
    await removeEndedSignInsFromRooms(context, userId)
    await recordAudit(
      { ...context, actor: { id: userId } },
      {
        action: purpose === 'invitation' ? 'invitation_accepted' : 'password_changed',
        subject: 'user',
        subjectId: userId,
      },
    )
    return { email: displayEmail(email) }
  })
}

/** @throws Refusal `not_found`, and `conflict` if the link is used, replaced or expired, or its holder is disabled */
async function requireOpen(context: SystemContext, key: string) {
  const link = await readLink(context, key)
  if (link.state !== 'open') throw new Refusal('conflict', reasonOf[link.state])
  return link
}

/** The refusal if a concurrent request used, replaced or disabled the link first. */
async function refuseClosed(context: SystemContext, key: string): Promise<Refusal> {
  const { state } = await readLink(context, key)
  return new Refusal('conflict', state === 'open' ? 'linkUsed' : reasonOf[state])
}
