import 'server-only'
import DataLoader from 'dataloader'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { Database } from '#lib/database/client.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import { nameInClass } from '#lib/identity/namesakes.ts'
import { type Credential, hashCredential } from '#lib/identity/sign-in/credential.ts'
import type { Lock, Role, SeatKind, SessionStatus } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { SessionAccess } from '#lib/sessions/policy.ts'
import { membershipColumns, membershipTables } from './membership.ts'
import { LOCKED_AT_FIRST } from './policy.ts'

/** Access facts of one user for one session, with the rules of its room. */
export type RoomAccess = SessionAccess & {
  /** The actor's name in the class. */
  name: string
  /** The actor's seat. */
  seatKind: SeatKind | null
  capacity: number
  inPersonCapacity: number
  startsAt: Date
  endsAt: Date
  locks: Lock[]
  exceptions: Lock[]
  speakerId: string | null
  /** Students may take part. */
  classStarted: boolean
  /** When a participant last lost a right in the room. Unchanged while nobody loses a right. */
  rightsReducedAt: Date | null
}

/** The sign-in and user behind a token request; `access` is null if the session does not exist. */
export type TokenRequest = {
  signInId: string
  expiresAt: Date
  userId: string
  role: Role
  access: RoomAccess | null
}

type RoomAccessRow = Omit<RoomAccess, 'status'> & { status: SessionStatus | null }

/**
 * Columns of the access facts, for `person` and `session`. In SQL, because Prisma needs nine statements and a
 * whole class sends requests at the same time.
 */
const accessColumns = Prisma.sql`
  ${nameInClass(Prisma.sql`session."classId"`)} AS "name",
  session."status"::text, session."sessionType"::text, session."trainerId",
  session."capacity", session."inPersonCapacity", session."startsAt", session."endsAt",
  seat."kind"::text AS "seatKind", ${membershipColumns}, class."admission"::text,
  coalesce(room."locks", ${LOCKED_AT_FIRST}::text[]) AS "locks", room."speakerId",
  class."admission" <> 'supervised' OR room."startedAt" IS NOT NULL AS "classStarted", room."rightsReducedAt"`

function accessTables(sessionId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN "ClassSession" session ON session."id" = ${sessionId}
    LEFT JOIN "Class" class ON class."id" = session."classId"
    LEFT JOIN "Classroom" room ON room."sessionId" = session."id"
    ${membershipTables(Prisma.sql`session."id"`)}`
}

/** The access facts of the actor, in one statement; null if the session does not exist. */
export async function findRoomAccess(
  { database, actor }: Pick<SystemContext, 'database'> & { actor: Pick<Actor, 'id'> },
  sessionId: SessionId,
): Promise<RoomAccess | null> {
  const [row] = await database.$queryRaw<RoomAccessRow[]>`
    SELECT ${accessColumns}
    FROM "User" person ${accessTables(Prisma.sql`${sessionId}::uuid`)}
    WHERE person."id" = ${actor.id}::uuid`
  return row ? roomAccessOf(row) : null
}

/**
 * The access facts and the user for a credential; null if the credential is not valid. Requests in the same turn
 * of the event loop share one statement: at the start of a class, the whole class sends requests at the same time.
 */
export function findTokenRequest(
  { database, now, credential }: Pick<SystemContext, 'database' | 'now'> & { credential: Credential },
  sessionId: SessionId,
): Promise<TokenRequest | null> {
  let loader = loaders.get(database)
  if (!loader) {
    loader = new DataLoader((keys) => findTokenRequests(database, keys), {
      cache: false,
      batchScheduleFn: setImmediate,
      maxBatchSize: MAX_BATCH_SIZE,
    })
    loaders.set(database, loader)
  }
  return loader.load({ tokenHash: Buffer.from(hashCredential(credential)).toString('hex'), sessionId, now })
}

type TokenRequestKey = { tokenHash: string; sessionId: SessionId; now: Date }

const MAX_BATCH_SIZE = 100
const loaders = new WeakMap<Database, DataLoader<TokenRequestKey, TokenRequest | null>>()

/**
 * The keys are sent as JSON because PostgreSQL does not plan for its length: one plan serves every number of
 * people. With the limit, PostgreSQL looks up each credential by its index instead of reading whole tables.
 */
async function findTokenRequests(
  database: Database,
  keys: readonly TokenRequestKey[],
): Promise<(TokenRequest | null)[]> {
  const rows = await database.$queryRaw<(Omit<TokenRequest, 'access'> & RoomAccessRow & { index: number })[]>`
    SELECT found.*, wanted."index"
    FROM json_to_recordset(${JSON.stringify(keys.map((key, index) => ({ ...key, index })))}::json)
      AS wanted("index" int, "tokenHash" text, "sessionId" uuid, "now" timestamptz)
    CROSS JOIN LATERAL (
      SELECT signed."id" AS "signInId", signed."expiresAt", person."id" AS "userId",
        person."role"::text, ${accessColumns}
      FROM "SignIn" signed
      JOIN "User" person ON person."id" = signed."userId" AND person."disabledAt" IS NULL
      ${accessTables(Prisma.sql`wanted."sessionId"`)}
      WHERE signed."tokenHash" = decode(wanted."tokenHash", 'hex') AND signed."expiresAt" > wanted."now"
      LIMIT 1
    ) AS found`
  const requests: (TokenRequest | null)[] = keys.map(() => null)
  for (const { index, signInId, expiresAt, userId, role, ...access } of rows) {
    requests[index] = { signInId, expiresAt, userId, role, access: roomAccessOf(access) }
  }
  return requests
}

function roomAccessOf({ status, ...access }: RoomAccessRow): RoomAccess | null {
  return status && { status, ...access }
}
