import { randomUUID } from 'node:crypto'
import type { Actor } from '#lib/context/actor.ts'
import type { Database } from '#lib/database/client.ts'
import { createCredential, hashCredential } from '#lib/identity/sign-in/credential.ts'
import { hashPassword } from '#lib/identity/sign-in/passwords.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import type { Admission, ClassMode, Role, SeatKind, SessionStatus, SessionType } from '#lib/kernel/enums.ts'
import {
  type ClassId,
  classId,
  type LocationId,
  locationId,
  type SessionId,
  sessionId,
  signInId,
  userId,
} from '#lib/kernel/ids.ts'

/** The password of all test people that have one. */
export const PASSWORD = 'a caravan of lanterns'
let passwordHash: Promise<string> | undefined

/** A signed-in person; the credential is the value of their cookie or bearer token. */
export type SignedInPerson = Actor & { credential: string }

export type SessionOptions = {
  classId?: ClassId
  trainer?: Actor
  students?: Actor[]
  sessionType?: SessionType
  status?: SessionStatus
  /** Hours from now. */
  startsInHours?: number
  hours?: number
  capacity?: number
  inPersonCapacity?: number
  /** Students with an in-person seat. */
  inPersonStudents?: Actor[]
  /** Students on the in-person waitlist; those also in `students` have an online seat. */
  waitlistedInPerson?: Actor[]
  locationId?: string
}

export type CourseOptions = {
  title?: string
  inPersonCapacity?: number
  locationId?: string
  shortTitle?: string
  studentsMaySwitch?: boolean
  switchUntilMinutes?: number
  admission?: Admission
}

/** Writes people, classes and sessions to a database directly, without the rules of the use cases. */
export function makeSchool(database: Database) {
  async function person(role: Role, name = `${role} ${randomUUID().slice(0, 8)}`): Promise<SignedInPerson> {
    const email = `${randomUUID()}@school.test`
    const { id } = await database.user.create({ data: { role, name, email }, select: { id: true } })
    return signInOf({ id: userId.parse(id), role, name, email, timeZone: null, locale: 'en' })
  }

  /** A second sign-in of the same person. */
  async function signInOf(holder: Omit<Actor, 'signInId'>): Promise<SignedInPerson> {
    const credential = createCredential()
    const { id } = await database.signIn.create({
      data: {
        userId: holder.id,
        carrier: 'web',
        tokenHash: hashCredential(credential),
        expiresAt: new Date(Date.now() + 8 * HOUR_MS),
      },
      select: { id: true },
    })
    return { ...holder, signInId: signInId.parse(id), credential }
  }

  function people(role: Role, count: number): Promise<SignedInPerson[]> {
    return Promise.all(Array.from({ length: count }, () => person(role)))
  }

  /** A person who can sign in with PASSWORD. */
  async function account(role: Role = 'STUDENT'): Promise<SignedInPerson> {
    const holder = await person(role)
    passwordHash ??= hashPassword(PASSWORD)
    await database.user.update({ where: { id: holder.id }, data: { passwordHash: await passwordHash } })
    return holder
  }

  async function course(
    mode: ClassMode = 'HYBRID',
    capacity = 20,
    more: CourseOptions = {},
  ): Promise<ClassId> {
    const { id } = await database.class.create({
      data: {
        title: `Class ${randomUUID().slice(0, 8)}`,
        mode,
        capacity,
        timeZone: 'Europe/Berlin',
        ...more,
      },
      select: { id: true },
    })
    return classId.parse(id)
  }

  async function enrol(classId: ClassId, students: Actor[], kind: SeatKind = 'online'): Promise<void> {
    const data = students.map((student) => ({ classId, studentId: student.id, kind }))
    await database.enrolment.createMany({ data })
  }

  async function session(wish: SessionOptions = {}): Promise<SessionId> {
    const {
      students = [],
      sessionType = 'online',
      status = 'scheduled',
      startsInHours = 1,
      hours = 1,
      capacity = 20,
      inPersonStudents = [],
      waitlistedInPerson = [],
      inPersonCapacity = inPersonStudents.length,
    } = wish
    const trainer = wish.trainer ?? (await person('TRAINER'))
    const startsAt = new Date(Date.now() + startsInHours * HOUR_MS)
    const { id } = await database.classSession.create({
      data: {
        classId: wish.classId ?? (await course()),
        trainerId: trainer.id,
        sessionType,
        status,
        startsAt,
        endsAt: new Date(startsAt.getTime() + hours * HOUR_MS),
        capacity,
        seatsTaken: students.length,
        inPersonCapacity,
        inPersonSeatsTaken: inPersonStudents.length,
        locationId: wish.locationId,
        startedAt: status === 'in_progress' ? startsAt : null,
        seats: {
          create: [
            ...students.map((student) => ({ studentId: student.id })),
            ...inPersonStudents.map((student) => ({ studentId: student.id, kind: 'in_person' as const })),
          ],
        },
        waitlistEntries: {
          create: waitlistedInPerson.map((student) => ({
            studentId: student.id,
            kind: 'in_person' as const,
          })),
        },
      },
      select: { id: true },
    })
    return sessionId.parse(id)
  }

  async function location(capacity = 20): Promise<LocationId> {
    const data = { name: `Room ${randomUUID().slice(0, 8)}`, capacity }
    const { id } = await database.location.create({ data, select: { id: true } })
    return locationId.parse(id)
  }

  return { person, people, signInOf, account, course, enrol, session, location }
}
