import 'server-only'
import type { Prisma } from '#lib/database/generated/client.ts'
import type { Collision } from '#lib/http/refusal.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { touching } from '#lib/sessions/touching.ts'

/** A stretch of time, its end outside. */
export type Span = { startsAt: Date; endsAt: Date }

const MOST_SHOWN = 20

function overlapping({ startsAt, endsAt }: Span, except: string | null): Prisma.ClassSessionWhereInput {
  return {
    id: except ? { not: except } : undefined,
    status: { in: ['scheduled', 'in_progress'] },
    ...touching(startsAt, endsAt),
  }
}

const shown = {
  id: true,
  title: true,
  startsAt: true,
  endsAt: true,
  class: { select: { title: true } },
} as const
const person = { id: true, name: true } as const

/** The trainer's other sessions in the span, 20 at most. */
export async function findTrainerCollisions(
  { database }: Pick<SystemContext, 'database'>,
  trainerId: string,
  span: Span,
  except: string | null,
): Promise<Collision[]> {
  const sessions = await database.classSession.findMany({
    where: { trainerId, ...overlapping(span, except) },
    orderBy: { startsAt: 'asc' },
    take: MOST_SHOWN,
    select: { ...shown, trainer: { select: person } },
  })
  return sessions.map((session) => collision('trainer', session, [session.trainer]))
}

/** Other sessions in the span in which somebody of the students has a seat, 20 at most. */
export async function findStudentCollisions(
  { database }: Pick<SystemContext, 'database'>,
  studentIds: string[],
  span: Span,
  except: string | null,
): Promise<Collision[]> {
  const own = { studentId: { in: studentIds } }
  const sessions = await database.classSession.findMany({
    where: { ...overlapping(span, except), seats: { some: own } },
    orderBy: { startsAt: 'asc' },
    take: MOST_SHOWN,
    select: { ...shown, seats: { where: own, take: MOST_SHOWN, select: { student: { select: person } } } },
  })
  return sessions.map((session) =>
    collision(
      'student',
      session,
      session.seats.map((seat) => seat.student),
    ),
  )
}

/** The sessions that are not over in which somebody teaches or has a seat, 20 at most. */
export async function findEngagements(
  { database }: Pick<SystemContext, 'database'>,
  userId: string,
): Promise<Collision[]> {
  const sessions = await database.classSession.findMany({
    where: {
      status: { in: ['scheduled', 'in_progress'] },
      OR: [{ trainerId: userId }, { seats: { some: { studentId: userId } } }],
    },
    orderBy: { startsAt: 'asc' },
    take: MOST_SHOWN,
    select: shown,
  })
  return sessions.map((session) => collision('session', session, []))
}

type Shown = Span & { id: string; title: string | null; class: { title: string } }

function collision(kind: Collision['kind'], session: Shown, people: Collision['people']): Collision {
  return {
    kind,
    sessionId: session.id,
    title: session.title ?? session.class.title,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    people,
  }
}
