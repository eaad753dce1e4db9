import 'server-only'
import { classId } from '#lib/classes/ids.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import type { Actor } from '#lib/identity/actor.ts'
import { userId } from '#lib/identity/ids.ts'
import type { ClassSession } from './api.ts'
import { sessionId } from './ids.ts'
import { abilitiesOf, joinRefusal, type SessionAtTheDoor } from './policy.ts'

/** What is read of a session to show it to the actor. */
export function sessionSelect(actor: Pick<Actor, 'id'>) {
  return {
    id: true,
    classId: true,
    title: true,
    sessionType: true,
    status: true,
    startsAt: true,
    endsAt: true,
    capacity: true,
    seatsTaken: true,
    startedAt: true,
    endedAt: true,
    cancelReason: true,
    revision: true,
    seriesId: true,
    trainerId: true,
    class: { select: { title: true, mode: true, timeZone: true } },
    trainer: { select: { id: true, name: true } },
    seats: { where: { studentId: actor.id }, select: { studentId: true } },
    removals: { where: { userId: actor.id }, select: { userId: true } },
  } satisfies Prisma.ClassSessionSelect
}

export type SessionRow = Prisma.ClassSessionGetPayload<{ select: ReturnType<typeof sessionSelect> }>

/** What the policy looks at, from a row read for the actor. */
export function atTheDoor(
  row: Pick<SessionRow, (keyof SessionAtTheDoor & keyof SessionRow) | 'seats' | 'removals'>,
) {
  return {
    status: row.status,
    sessionType: row.sessionType,
    trainerId: row.trainerId,
    seated: row.seats.length > 0,
    removed: row.removals.length > 0,
  } satisfies SessionAtTheDoor
}

/** The session as the actor sees it. */
export function sessionView(row: SessionRow, actor: Actor): ClassSession {
  const door = atTheDoor(row)
  return {
    id: sessionId.parse(row.id),
    classId: classId.parse(row.classId),
    title: row.title ?? row.class.title,
    classTitle: row.class.title,
    mode: row.class.mode,
    sessionType: row.sessionType,
    status: row.status,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    timeZone: row.class.timeZone,
    trainer: { id: userId.parse(row.trainer.id), name: row.trainer.name },
    capacity: row.capacity,
    seatsTaken: row.seatsTaken,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    cancelReason: row.cancelReason,
    revision: row.revision,
    seriesId: row.seriesId,
    abilities: abilitiesOf(actor, door),
    joinRefusal: joinRefusal(actor, door) ?? undefined,
  }
}
