import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { Context } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { type AssistantPermission, assistantPermissions } from '#lib/kernel/enums.ts'
import { classId, locationId, sessionId, userId } from '#lib/kernel/ids.ts'
import { abilitiesOf } from './abilities.ts'
import type { ClassSession } from './api.ts'
import { joinRefusal } from './join-policy.ts'
import type { SessionAccess } from './policy.ts'
import { switchRefusal, switchUntil } from './switch-policy.ts'

/** Columns of a session that its view for the actor needs. */
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
    inPersonCapacity: true,
    inPersonSeatsTaken: true,
    location: { select: { id: true, name: true } },
    class: {
      select: {
        title: true,
        shortTitle: true,
        mode: true,
        timeZone: true,
        studentsMaySwitch: true,
        switchUntilMinutes: true,
        admission: true,
      },
    },
    trainer: { select: { id: true, name: true } },
    seats: { where: { studentId: actor.id }, select: { kind: true } },
    waitlistEntries: { where: { studentId: actor.id }, select: { kind: true } },
    removals: { where: { userId: actor.id }, select: { userId: true } },
    roomMembers: { where: { userId: actor.id }, select: { assistantPermissions: true, admittedAt: true } },
  } satisfies Prisma.ClassSessionSelect
}

export type SessionRow = Prisma.ClassSessionGetPayload<{ select: ReturnType<typeof sessionSelect> }>

/** The access facts for the policy, from a row read for the actor. */
export function sessionAccessOf(
  row: Pick<SessionRow, (keyof SessionAccess & keyof SessionRow) | 'seats' | 'removals' | 'roomMembers'> & {
    class: Pick<SessionRow['class'], 'admission'>
  },
) {
  const [attendee] = row.roomMembers
  return {
    status: row.status,
    sessionType: row.sessionType,
    trainerId: row.trainerId,
    seated: row.seats.length > 0,
    removed: row.removals.length > 0,
    admission: row.class.admission,
    admitted: Boolean(attendee?.admittedAt),
    assistantPermissions: permissionsOf(attendee?.assistantPermissions),
  } satisfies SessionAccess
}

/** The stored permissions of an assistant; unknown values are dropped. */
export function permissionsOf(stored: string[] | undefined): AssistantPermission[] {
  return assistantPermissions.filter((help) => stored?.includes(help))
}

/** The session as the actor sees it. */
export function sessionView(row: SessionRow, { actor, now }: Pick<Context, 'actor' | 'now'>): ClassSession {
  const access = sessionAccessOf(row)
  return {
    id: sessionId.parse(row.id),
    classId: classId.parse(row.classId),
    title: row.title ?? row.class.title,
    classTitle: row.class.title,
    classShortTitle: row.class.shortTitle,
    mode: row.class.mode,
    sessionType: row.sessionType,
    status: row.status,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    timeZone: row.class.timeZone,
    trainer: { id: userId.parse(row.trainer.id), name: row.trainer.name },
    admission: row.class.admission,
    capacity: row.capacity,
    seatsTaken: row.seatsTaken,
    inPersonCapacity: row.inPersonCapacity,
    inPersonSeatsTaken: row.inPersonSeatsTaken,
    location: row.location && { id: locationId.parse(row.location.id), name: row.location.name },
    seat: ownSeatOf(row),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    cancelReason: row.cancelReason,
    revision: row.revision,
    seriesId: row.seriesId,
    abilities: {
      ...abilitiesOf(actor, access),
      canSwitchSeat:
        (actor.role !== 'STUDENT' || access.seated) && switchRefusal(actor, row, actor.id, now) === null,
    },
    joinRefusal: joinRefusal(actor, access) ?? undefined,
  }
}

function ownSeatOf(row: SessionRow): ClassSession['seat'] {
  const [seat] = row.seats
  if (!seat) return null
  return {
    kind: seat.kind,
    waitlistedFor: row.waitlistEntries[0]?.kind ?? null,
    switchUntil: switchUntil(row).toISOString(),
  }
}
