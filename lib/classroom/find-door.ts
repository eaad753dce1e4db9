import type { SeatKind } from '#lib/kernel/enums.ts'
import 'server-only'
import DataLoader from 'dataloader'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { Database } from '#lib/database/client.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import { nameInClass } from '#lib/identity/namesakes.ts'
import { type Credential, hashCredential } from '#lib/identity/sign-in/credential.ts'
import type { Lock, Role, SessionStatus } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { SessionAtTheDoor } from '#lib/sessions/policy.ts'
import { LOCKED_AT_FIRST } from './policy.ts'
import { standingColumns, standingTables } from './standing.ts'

/** A session as somebody finds it who wants in, and what holds for them in its room. */
export type Door = SessionAtTheDoor & {
  /** The actor's name in the class. */
  name: string
  /** The actor's seat. */
  place: SeatKind | null
  capacity: number
  inPersonCapacity: number
  startsAt: Date
  endsAt: Date
  locks: Lock[]
  exceptions: Lock[]
  speakerId: string | null
  /** Students may take part. */
  begun: boolean
  /** When a participant of the room last lost a right. It is the same for as long as nobody loses one. */
  rightsReducedAt: Date | null
}

/** Who knocks, and at what; `door` is null where there is no such session. */
export type Knock = {
  signInId: string
  expiresAt: Date
  userId: string
  role: Role
  door: Door | null
}

type DoorRow = Omit<Door, 'status'> & { status: SessionStatus | null }

/** Of `person` before a session; Prisma would need nine statements for it, and a whole class asks at once. */
const doorColumns = Prisma.sql`
  ${nameInClass(Prisma.sql`session."classId"`)} AS "name",
  session."status"::text, session."sessionType"::text, session."trainerId",
  session."capacity", session."inPersonCapacity", session."startsAt", session."endsAt",
  seat."kind"::text AS "place", ${standingColumns}, class."admission"::text,
  coalesce(room."locks", ${LOCKED_AT_FIRST}::text[]) AS "locks", room."speakerId",
  class."admission" <> 'supervised' OR room."startedAt" IS NOT NULL AS "begun", room."rightsReducedAt"`

function doorTables(sessionId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN "ClassSession" session ON session."id" = ${sessionId}
    LEFT JOIN "Class" class ON class."id" = session."classId"
    LEFT JOIN "Classroom" room ON room."sessionId" = session."id"
    ${standingTables(Prisma.sql`session."id"`)}`
}

/** The session's door for the actor, in one statement; null where there is no such session. */
export async function findDoor(
  { database, actor }: Pick<SystemContext, 'database'> & { actor: Pick<Actor, 'id'> },
  sessionId: SessionId,
): Promise<Door | null> {
  const [row] = await database.$queryRaw<DoorRow[]>`
    SELECT ${doorColumns}
    FROM "User" person ${doorTables(Prisma.sql`${sessionId}::uuid`)}
    WHERE person."id" = ${actor.id}::uuid`
  return row ? doorOf(row) : null
}

/**
 * The same for the owner of a credential, with the owner; null where the credential does not hold. Requests of the same
 * turn of the event loop share one statement: when a class begins, the whole class asks at once.
 */
export function findKnock(
  { database, now, credential }: Pick<SystemContext, 'database' | 'now'> & { credential: Credential },
  sessionId: SessionId,
): Promise<Knock | null> {
  let loader = loaders.get(database)
  if (!loader) {
    loader = new DataLoader((asked) => findKnocks(database, asked), {
      cache: false,
      batchScheduleFn: setImmediate,
      maxBatchSize: MOST_AT_ONCE,
    })
    loaders.set(database, loader)
  }
  return loader.load({ tokenHash: Buffer.from(hashCredential(credential)).toString('hex'), sessionId, now })
}

type Asked = { tokenHash: string; sessionId: SessionId; now: Date }

const MOST_AT_ONCE = 100
const loaders = new WeakMap<Database, DataLoader<Asked, Knock | null>>()

/**
 * What was asked is sent as JSON, whose length PostgreSQL does not plan for: one plan serves every number of people.
 * With the limit, PostgreSQL looks up each credential by its index instead of reading whole tables.
 */
async function findKnocks(database: Database, asked: readonly Asked[]): Promise<(Knock | null)[]> {
  const rows = await database.$queryRaw<(Omit<Knock, 'door'> & DoorRow & { index: number })[]>`
    SELECT knock.*, asked."index"
    FROM json_to_recordset(${JSON.stringify(asked.map((one, index) => ({ ...one, index })))}::json)
      AS asked("index" int, "tokenHash" text, "sessionId" uuid, "now" timestamptz)
    CROSS JOIN LATERAL (
      SELECT signed."id" AS "signInId", signed."expiresAt", person."id" AS "userId",
        person."role"::text, ${doorColumns}
      FROM "SignIn" signed
      JOIN "User" person ON person."id" = signed."userId" AND person."disabledAt" IS NULL
      ${doorTables(Prisma.sql`asked."sessionId"`)}
      WHERE signed."tokenHash" = decode(asked."tokenHash", 'hex') AND signed."expiresAt" > asked."now"
      LIMIT 1
    ) AS knock`
  const knocks: (Knock | null)[] = asked.map(() => null)
  for (const { index, signInId, expiresAt, userId, role, ...door } of rows) {
    knocks[index] = { signInId, expiresAt, userId, role, door: doorOf(door) }
  }
  return knocks
}

function doorOf({ status, ...door }: DoorRow): Door | null {
  return status && { status, ...door }
}
