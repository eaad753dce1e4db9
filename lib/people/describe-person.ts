import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import { linkState } from '#lib/identity/password-links/policy.ts'
import { userId } from '#lib/kernel/ids.ts'
import type { LatestInvitation, ManagedPerson } from './api.ts'

/** Filter for invitations that were neither accepted nor revoked. */
export const pendingInvitation = {
  purpose: 'invitation',
  usedAt: null,
  revokedAt: null,
} as const satisfies Prisma.InvitationWhereInput

/** The columns that describePerson() needs. */
export const managedSelect = {
  id: true,
  name: true,
  email: true,
  role: true,
  disabledAt: true,
  erasedAt: true,
  revision: true,
  passwordHash: true,
  invitations: {
    where: pendingInvitation,
    orderBy: { createdAt: 'desc' },
    take: 1,
    select: { id: true, createdAt: true, expiresAt: true, usedAt: true, revokedAt: true },
  },
} as const satisfies Prisma.UserSelect

type Row = Prisma.UserGetPayload<{ select: typeof managedSelect }>

/** A person as admins see them. Of the password it reveals only whether one is set. */
export function describePerson(context: Pick<SystemContext, 'links' | 'now'>, row: Row): ManagedPerson {
  const { disabledAt, erasedAt, passwordHash, invitations, ...person } = row
  const needsInvitation = passwordHash === null && erasedAt === null
  return {
    ...person,
    id: userId.parse(person.id),
    email: displayEmail(person.email),
    disabled: disabledAt !== null,
    erased: erasedAt !== null,
    invitation: needsInvitation ? describeInvitation(context, row) : null,
  }
}

function describeInvitation(
  { links, now }: Pick<SystemContext, 'links' | 'now'>,
  { invitations: [invitation], disabledAt }: Row,
): LatestInvitation {
  if (!invitation) return { state: 'none', sentAt: null, expiresAt: null, link: null }
  const open = linkState(invitation, { disabledAt }, now) === 'open'
  return {
    state: invitation.expiresAt > now ? 'open' : 'expired',
    sentAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    link: open ? links.address(`/invitation/${links.sign('password', invitation.id)}`) : null,
  }
}
