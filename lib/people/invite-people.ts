import 'server-only'
import type { z } from 'zod'
import { recordAudits } from '#lib/audit/record-audit.ts'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { email as emailSchema } from '#lib/identity/api.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import { lockActingAdmin } from '#lib/identity/lock-person.ts'
import { normaliseEmail } from '#lib/identity/normalise-email.ts'
import { createInvitations } from '#lib/identity/password-links/create-invitations.ts'
import { nameFromEmail } from '#lib/identity/password-links/policy.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import { revokeLinks } from '#lib/identity/revoke-links.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { userId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { lockClass } from '#lib/sessions/seats/seats.ts'
import type { AddressFault, InvitedAddress, invitePeopleEndpoint } from './api.ts'

type Input = z.output<typeof invitePeopleEndpoint.body>
/** The fault of each address, or null for a valid address. */
type AddressFaults = Map<string, AddressFault | null>
type Invited = DataOf<typeof invitePeopleEndpoint>

/**
 * Invites people by address. Creates unknown people, replaces the link of people who cannot sign in yet, and only
 * enrols people who can. Skips invalid addresses and returns their faults.
 * @throws Refusal `not_found` (class), `forbidden`, `conflict` (a student booked twice)
 */
export async function invitePeople(context: Context, input: Input): Promise<Invited> {
  const { emails, role, names = {}, ...enrolment } = input
  if (enrolment.classId) await refuseUnknownClass(context, enrolment.classId)
  if (!mayManagePeople(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  const given = readAddresses(emails)
  const nameOf = namesByAddress(names)
  return inTransaction(context, async (context) => {
    await lockActingAdmin(context)
    if (enrolment.classId) await lockClass(context, enrolment.classId)
    await createMissing(context, given, role, nameOf)
    const found = await lockByEmail(context, given)
    const addresses = [...given].map(([email, fault]) =>
      evaluateAddress(email, fault, role, found.get(email)),
    )
    const idsOf = (...outcomes: InvitedAddress['outcome'][]) =>
      addresses.flatMap((one) => (one.userId && outcomes.includes(one.outcome) ? [one.userId] : []))
    const invited = idsOf('invited')
    await revokeLinks(context, invited, 'invitation')
    await createInvitations(context, invited, enrolment.classId ?? null)
    await recordAudits(
      context,
      invited.map((id) => ({ action: 'user_invited', subject: 'user', subjectId: id })),
    )
    const { full } = await enrol(context, enrolment, idsOf('invited', 'known'))
    return { addresses, full }
  })
}

async function refuseUnknownClass({ database }: Context, id: string): Promise<void> {
  const found = await database.class.findUnique({ where: { id }, select: { id: true } })
  if (!found) throw new Refusal('not_found', 'noSuchClass')
}

/** Each address once, in its stored form, with its fault. Invalid addresses are only trimmed. */
function readAddresses(emails: string[]): AddressFaults {
  return new Map(
    emails.map((sent) => {
      const { data, error } = emailSchema.safeParse(sent)
      if (data) return [data, null]
      const local = error?.issues.some(({ message }) => message === 'localPartNotAscii')
      return [sent.trim(), local ? 'local_part_not_ascii' : 'not_an_email']
    }),
  )
}

function namesByAddress(names: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(names).map(([email, name]) => [normaliseEmail(email), name]))
}

/** Only valid addresses go into queries: PostgreSQL rejects some strings, such as text with NUL. */
function validAddresses(given: AddressFaults): string[] {
  return [...given.keys()].filter((email) => given.get(email) === null)
}

/** Creates people ordered by address, so that concurrent invitations of the same people cannot deadlock. */
async function createMissing(
  context: Context,
  given: AddressFaults,
  role: Role,
  nameOf: Map<string, string>,
): Promise<void> {
  const emails = validAddresses(given).sort()
  const created = await context.database.user.createManyAndReturn({
    data: emails.map((email) => ({
      email,
      name: nameOf.get(email) ?? nameFromEmail(email),
      role,
      createdAt: context.now,
    })),
    skipDuplicates: true,
    select: { id: true },
  })
  await recordAudits(
    context,
    created.map(({ id }) => ({
      action: 'user_created',
      subject: 'user',
      subjectId: id,
      after: { role },
    })),
  )
}

type Found = { id: string; email: string; role: Role; disabled: boolean; hasPassword: boolean }

async function lockByEmail({ database }: Context, given: AddressFaults): Promise<Map<string, Found>> {
  const rows = await database.$queryRaw<Found[]>`
    SELECT "id", "email", "role"::text, "disabledAt" IS NOT NULL AS "disabled",
      "passwordHash" IS NOT NULL AS "hasPassword"
    FROM "User" WHERE "email" = ANY(${validAddresses(given)}) ORDER BY "id" FOR NO KEY UPDATE`
  return new Map(rows.map((row) => [row.email, row]))
}

function evaluateAddress(
  stored: string,
  fault: AddressFault | null,
  role: Role,
  person: Found | undefined,
): InvitedAddress {
  const email = displayEmail(stored)
  if (fault || !person) return { email, userId: null, outcome: 'invalid', fault: fault ?? 'not_an_email' }
  const known = { email, userId: userId.parse(person.id) }
  if (person.disabled) return { ...known, outcome: 'invalid', fault: 'disabled' }
  if (person.role !== role) return { ...known, outcome: 'invalid', fault: 'other_role' }
  return { ...known, outcome: person.hasPassword ? 'known' : 'invited', fault: null }
}

/** Enrols the students in the class, if one was given, and seats them in its sessions. */
async function enrol(
  context: Context,
  { classId, ...enrolment }: Pick<Input, 'classId' | 'kind' | 'allowOverlap'>,
  studentIds: z.output<typeof userId>[],
): Promise<Pick<Invited, 'full'>> {
  if (!classId || studentIds.length === 0) return { full: [] }
  return enrolStudents(context, { ...enrolment, classId, studentIds })
}
