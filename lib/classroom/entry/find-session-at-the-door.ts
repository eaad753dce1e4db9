import 'server-only'
import type { Role } from '#lib/identity/actor.ts'
import { type Credential, hashCredential } from '#lib/identity/sign-in/credential.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import type { SessionStatus, SessionType } from '#lib/sessions/policy.ts'

/** Who knocks, and at what; `session` is null where there is none. */
export type Knock = {
  signInId: string
  expiresAt: Date
  userId: string
  name: string
  role: Role
  session: {
    status: SessionStatus
    sessionType: SessionType
    trainerId: string
    capacity: number
    roomCapacity: number
    endsAt: Date
    seated: boolean
    removed: boolean
  } | null
}

type Row = Omit<Knock, 'session'> & {
  status: SessionStatus | null
  sessionType: SessionType
  trainerId: string
  capacity: number
  roomCapacity: number
  endsAt: Date
  seated: boolean
  removed: boolean
}

/**
 * Credential, role, session, seat and removal in one query; null where the credential does not hold.
 * Prisma would need several statements for it, and this is the route that a whole class asks at once.
 */
export async function findSessionAtTheDoor(
  { database, now, credential }: Pick<SystemContext, 'database' | 'now'> & { credential: Credential },
  sessionId: SessionId,
): Promise<Knock | null> {
  const [row] = await database.$queryRaw<Row[]>`
    SELECT signed."id" AS "signInId", signed."expiresAt", person."id" AS "userId", person."name",
      person."role"::text, session."status"::text, session."sessionType"::text, session."trainerId",
      session."capacity", session."roomCapacity", session."endsAt",
      seat."studentId" IS NOT NULL AS "seated", removal."userId" IS NOT NULL AS "removed"
    FROM "SignIn" signed
    JOIN "User" person ON person."id" = signed."userId" AND person."disabledAt" IS NULL
    LEFT JOIN "ClassSession" session ON session."id" = ${sessionId}::uuid
    LEFT JOIN "Seat" seat ON seat."sessionId" = session."id" AND seat."studentId" = person."id"
    LEFT JOIN "Removal" removal ON removal."sessionId" = session."id" AND removal."userId" = person."id"
    WHERE signed."tokenHash" = ${hashCredential(credential)} AND signed."expiresAt" > ${now}`
  if (!row) return null
  const { signInId, expiresAt, userId, name, role, status, ...session } = row
  return { signInId, expiresAt, userId, name, role, session: status && { status, ...session } }
}
