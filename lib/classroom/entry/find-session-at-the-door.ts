import 'server-only'
import { LOCKED_AT_FIRST, type Lock } from '#lib/classroom/policy.ts'
import type { Role } from '#lib/identity/actor.ts'
import { type Credential, hashCredential } from '#lib/identity/sign-in/credential.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import type { SessionAtTheDoor, SessionStatus } from '#lib/sessions/policy.ts'

type KnockedAt = SessionAtTheDoor & {
  capacity: number
  roomCapacity: number
  endsAt: Date
  locks: Lock[]
  exceptions: Lock[]
  wordId: string | null
}

/** Who knocks, and at what; `session` is null where there is none. */
export type Knock = {
  signInId: string
  expiresAt: Date
  userId: string
  name: string
  role: Role
  session: KnockedAt | null
}

type Row = Omit<Knock, 'session'> & Omit<KnockedAt, 'status'> & { status: SessionStatus | null }

/**
 * Credential, role, session, seat, removal and what holds in the room in one query; null where the credential does
 * not hold. Prisma would need several statements for it, and this is the route that a whole class asks at once.
 */
export async function findSessionAtTheDoor(
  { database, now, credential }: Pick<SystemContext, 'database' | 'now'> & { credential: Credential },
  sessionId: SessionId,
): Promise<Knock | null> {
  const [row] = await database.$queryRaw<Row[]>`
    SELECT signed."id" AS "signInId", signed."expiresAt", person."id" AS "userId", person."name",
      person."role"::text, session."status"::text, session."sessionType"::text, session."trainerId",
      session."capacity", session."roomCapacity", session."endsAt",
      seat."studentId" IS NOT NULL AS "seated", removal."userId" IS NOT NULL AS "removed",
      class."admission"::text, attendee."admittedAt" IS NOT NULL AS "admitted",
      coalesce(attendee."helps", '{}') AS "helps", coalesce(attendee."exceptions", '{}') AS "exceptions",
      coalesce(room."locks", ${LOCKED_AT_FIRST}::text[]) AS "locks", room."wordId"
    FROM "SignIn" signed
    JOIN "User" person ON person."id" = signed."userId" AND person."disabledAt" IS NULL
    LEFT JOIN "ClassSession" session ON session."id" = ${sessionId}::uuid
    LEFT JOIN "Class" class ON class."id" = session."classId"
    LEFT JOIN "Classroom" room ON room."sessionId" = session."id"
    LEFT JOIN "Seat" seat ON seat."sessionId" = session."id" AND seat."studentId" = person."id"
    LEFT JOIN "Removal" removal ON removal."sessionId" = session."id" AND removal."userId" = person."id"
    LEFT JOIN "Attendee" attendee ON attendee."sessionId" = session."id" AND attendee."userId" = person."id"
    WHERE signed."tokenHash" = ${hashCredential(credential)} AND signed."expiresAt" > ${now}`
  if (!row) return null
  const { signInId, expiresAt, userId, name, role, status, ...session } = row
  return { signInId, expiresAt, userId, name, role, session: status && { status, ...session } }
}
