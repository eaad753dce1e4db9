import 'server-only'
import { locksOf } from '#lib/classroom/policy.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import { nameInClass } from '#lib/identity/namesakes.ts'
import type { AssistantPermission, Lock, Pace } from '#lib/kernel/enums.ts'
import { type SessionId, type UserId, userId } from '#lib/kernel/ids.ts'
import { AT_THE_DOOR_FOR_MS } from '#lib/sessions/policy.ts'
import { permissionsOf } from '#lib/sessions/session-view.ts'
import type { AtTheDoor, Hand, PaceCounts, RoomState } from './api.ts'

export type AttendeeRow = {
  userId: UserId
  name: string
  place: Hand['place']
  handNumber: number | null
  handRaisedAt: Date | null
  pace: Pace | null
  audioOnly: boolean
  exceptions: Lock[]
  assistantPermissions: AssistantPermission[]
  entryRequestedAt: Date | null
  entryRequestSeenAt: Date | null
  admittedAt: Date | null
}

type Row = Omit<AttendeeRow, 'userId' | 'exceptions' | 'assistantPermissions'> & {
  userId: string
  exceptions: string[]
  assistantPermissions: string[]
}

/** Who has anything in the session's room beyond a place in it. */
export async function readAttendees(
  { database }: Pick<SystemContext, 'database'>,
  sessionId: SessionId,
): Promise<AttendeeRow[]> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT attendee."userId", attendee."handNumber", attendee."handRaisedAt", attendee."pace"::text, attendee."audioOnly",
      attendee."exceptions", attendee."assistantPermissions", attendee."entryRequestedAt", attendee."entryRequestSeenAt", attendee."admittedAt",
      seat."kind"::text AS "place", ${nameInClass(Prisma.sql`session."classId"`)} AS "name"
    FROM "RoomMember" attendee
    JOIN "ClassSession" session ON session."id" = attendee."sessionId"
    JOIN "User" person ON person."id" = attendee."userId"
    LEFT JOIN "Seat" seat ON seat."sessionId" = attendee."sessionId" AND seat."studentId" = attendee."userId"
    WHERE attendee."sessionId" = ${sessionId}::uuid
    ORDER BY attendee."handNumber", attendee."entryRequestedAt", attendee."userId"`
  return rows.map((row) => ({
    ...row,
    userId: userId.parse(row.userId),
    exceptions: locksOf(row.exceptions),
    assistantPermissions: permissionsOf(row.assistantPermissions),
  }))
}

/** Writes what somebody has in the session's room, whether or not they had anything there before. */
export async function writeAttendee(
  { database }: Pick<SystemContext, 'database'>,
  key: { sessionId: SessionId; userId: UserId },
  data: Omit<
    Prisma.RoomMemberUncheckedUpdateInput & Prisma.RoomMemberUncheckedCreateInput,
    'sessionId' | 'userId'
  >,
): Promise<void> {
  await database.roomMember.upsert({
    where: { sessionId_userId: key },
    create: { ...key, ...data },
    update: data,
  })
}

/** The hands that are up, in line. */
export function handsOf(attendees: AttendeeRow[]): Hand[] {
  return attendees.flatMap(({ userId, name, place, handNumber, handRaisedAt }) =>
    handNumber !== null && handRaisedAt ? [{ userId, name, place, since: handRaisedAt.toISOString() }] : [],
  )
}

export function assistantsOf(attendees: AttendeeRow[]): RoomState['assistants'] {
  return attendees
    .filter(({ assistantPermissions }) => assistantPermissions.length > 0)
    .map(({ userId, name, assistantPermissions }) => ({ userId, name, assistantPermissions }))
}

export function exceptionsOf(attendees: AttendeeRow[]): RoomState['exceptions'] {
  return attendees
    .filter(({ exceptions }) => exceptions.length > 0)
    .map(({ userId, exceptions }) => ({ userId, locks: exceptions }))
}

/** How many say what, without names. */
export function countPaces(attendees: Pick<AttendeeRow, 'pace'>[]): PaceCounts {
  const count = (pace: Pace) => attendees.filter((attendee) => attendee.pace === pace).length
  return { slower: count('slower'), faster: count('faster'), lost: count('lost') }
}

/** Who waits to be let in at `now`, the first one first. */
export function atTheDoorOf(attendees: AttendeeRow[], now: Date): AtTheDoor[] {
  const lately = now.getTime() - AT_THE_DOOR_FOR_MS
  return attendees.flatMap(({ userId, name, entryRequestedAt, entryRequestSeenAt, admittedAt }) =>
    entryRequestedAt && entryRequestSeenAt && entryRequestSeenAt.getTime() > lately && !admittedAt
      ? [{ userId, name, since: entryRequestedAt.toISOString() }]
      : [],
  )
}
