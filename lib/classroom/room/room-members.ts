import 'server-only'
import { locksOf } from '#lib/classroom/policy.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import { nameInClass } from '#lib/identity/namesakes.ts'
import type { AssistantPermission, Lock, Pace } from '#lib/kernel/enums.ts'
import { type SessionId, type UserId, userId } from '#lib/kernel/ids.ts'
import { LOBBY_TIMEOUT_MS } from '#lib/sessions/policy.ts'
import { permissionsOf } from '#lib/sessions/session-view.ts'
import type { Hand, LobbyEntry, PaceCounts, RoomState } from './api.ts'

export type RoomMemberRow = {
  userId: UserId
  name: string
  seatKind: Hand['seatKind']
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

type Row = Omit<RoomMemberRow, 'userId' | 'exceptions' | 'assistantPermissions'> & {
  userId: string
  exceptions: string[]
  assistantPermissions: string[]
}

/** People with state in the session's room, in addition to their access. */
export async function readRoomMembers(
  { database }: Pick<SystemContext, 'database'>,
  sessionId: SessionId,
): Promise<RoomMemberRow[]> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT member."userId", member."handNumber", member."handRaisedAt", member."pace"::text, member."audioOnly",
      member."exceptions", member."assistantPermissions", member."entryRequestedAt", member."entryRequestSeenAt", member."admittedAt",
      seat."kind"::text AS "seatKind", ${nameInClass(Prisma.sql`session."classId"`)} AS "name"
    FROM "RoomMember" member
    JOIN "ClassSession" session ON session."id" = member."sessionId"
    JOIN "User" person ON person."id" = member."userId"
    LEFT JOIN "Seat" seat ON seat."sessionId" = member."sessionId" AND seat."studentId" = member."userId"
    WHERE member."sessionId" = ${sessionId}::uuid
    ORDER BY member."handNumber", member."entryRequestedAt", member."userId"`
  return rows.map((row) => ({
    ...row,
    userId: userId.parse(row.userId),
    exceptions: locksOf(row.exceptions),
    assistantPermissions: permissionsOf(row.assistantPermissions),
  }))
}

/** Creates or updates the state of a person in the session's room. */
export async function writeRoomMember(
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

/** The raised hands, in queue order. */
export function handsOf(members: RoomMemberRow[]): Hand[] {
  return members.flatMap(({ userId, name, seatKind, handNumber, handRaisedAt }) =>
    handNumber !== null && handRaisedAt
      ? [{ userId, name, seatKind, since: handRaisedAt.toISOString() }]
      : [],
  )
}

export function assistantsOf(members: RoomMemberRow[]): RoomState['assistants'] {
  return members
    .filter(({ assistantPermissions }) => assistantPermissions.length > 0)
    .map(({ userId, name, assistantPermissions }) => ({ userId, name, assistantPermissions }))
}

export function exceptionsOf(members: RoomMemberRow[]): RoomState['exceptions'] {
  return members
    .filter(({ exceptions }) => exceptions.length > 0)
    .map(({ userId, exceptions }) => ({ userId, locks: exceptions }))
}

/** Counts of each pace, without names. */
export function countPaces(members: Pick<RoomMemberRow, 'pace'>[]): PaceCounts {
  const count = (pace: Pace) => members.filter((member) => member.pace === pace).length
  return { slower: count('slower'), faster: count('faster'), lost: count('lost') }
}

/** People in the lobby at `now`, in order of arrival. */
export function lobbyOf(members: RoomMemberRow[], now: Date): LobbyEntry[] {
  const activeSince = now.getTime() - LOBBY_TIMEOUT_MS
  return members.flatMap(({ userId, name, entryRequestedAt, entryRequestSeenAt, admittedAt }) =>
    entryRequestedAt && entryRequestSeenAt && entryRequestSeenAt.getTime() > activeSince && !admittedAt
      ? [{ userId, name, since: entryRequestedAt.toISOString() }]
      : [],
  )
}
