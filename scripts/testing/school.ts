import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { classId } from '#lib/classes/ids.ts'
import { connectDatabase } from '#lib/database/client.ts'
import type { Actor, Role } from '#lib/identity/actor.ts'
import { createCredential, hashCredential } from '#lib/identity/credential.ts'
import { signInId, userId } from '#lib/identity/ids.ts'
import type { JobName } from '#lib/jobs/jobs.ts'
import { connectMedia } from '#lib/livekit/connect-media.ts'
import type { Media } from '#lib/livekit/media.ts'
import type { Context, SystemContext } from '#lib/process/context.ts'
import { sessionId } from '#lib/sessions/ids.ts'
import type { SessionStatus, SessionType } from '#lib/sessions/policy.ts'
import { createTestDatabase } from './database.ts'

const HOUR = 3_600_000

type SessionWish = {
  trainer?: Actor
  students?: Actor[]
  sessionType?: SessionType
  status?: SessionStatus
  /** Hours from now. */
  from?: number
  hours?: number
  capacity?: number
}

/** A school in a database of the test's own, with what a test needs of people, classes and sessions. */
export async function createSchool() {
  const { url, drop } = await createTestDatabase()
  const database = connectDatabase(url)
  onTestFinished(async () => {
    await database.$disconnect()
    await drop()
  })
  const sent: { name: JobName; payload: unknown }[] = []
  const system = (now = new Date()): SystemContext => ({
    now,
    database,
    media: connectTestMedia(),
    jobs: { send: async (_, name, payload) => void sent.push({ name, payload }) },
  })

  async function person(
    role: Role,
    name = `${role} ${randomUUID().slice(0, 8)}`,
  ): Promise<Actor & { credential: string }> {
    const email = `${randomUUID()}@school.test`
    const { id } = await database.user.create({ data: { role, name, email }, select: { id: true } })
    const credential = createCredential()
    const signIn = await database.signIn.create({
      data: {
        userId: id,
        carrier: 'web',
        tokenHash: hashCredential(credential),
        expiresAt: new Date(Date.now() + 8 * HOUR),
      },
      select: { id: true },
    })
    return {
      id: userId.parse(id),
      role,
      name,
      email,
      timeZone: null,
      locale: 'en',
      signInId: signInId.parse(signIn.id),
      credential,
    }
  }

  async function course(mode: 'ONLINE' | 'OFFLINE' | 'HYBRID' = 'HYBRID', capacity = 20) {
    const { id } = await database.class.create({
      data: { title: `Class ${randomUUID().slice(0, 8)}`, mode, capacity, timeZone: 'Europe/Berlin' },
      select: { id: true },
    })
    return classId.parse(id)
  }

  async function session(wish: SessionWish = {}) {
    const {
      students = [],
      sessionType = 'online',
      status = 'scheduled',
      from = 1,
      hours = 1,
      capacity = 20,
    } = wish
    const trainer = wish.trainer ?? (await person('TRAINER'))
    const startsAt = new Date(Date.now() + from * HOUR)
    const { id } = await database.classSession.create({
      data: {
        classId: await course(),
        trainerId: trainer.id,
        sessionType,
        status,
        startsAt,
        endsAt: new Date(startsAt.getTime() + hours * HOUR),
        capacity,
        seatsTaken: students.length,
        startedAt: status === 'in_progress' ? startsAt : null,
        seats: { create: students.map((student) => ({ studentId: student.id })) },
      },
      select: { id: true },
    })
    return sessionId.parse(id)
  }

  return {
    url,
    database,
    sent,
    system,
    as: (actor: Actor, now = new Date()): Context => ({ ...system(now), actor }),
    person,
    course,
    session,
  }
}

export type School = Awaited<ReturnType<typeof createSchool>>

/** The LiveKit server of the test run. */
export function connectTestMedia(): Media {
  const {
    LIVEKIT_URL: url = '',
    LIVEKIT_API_KEY: apiKey = '',
    LIVEKIT_API_SECRET: apiSecret = '',
  } = process.env
  return connectMedia({ url, apiUrl: url.replace(/^ws/, 'http'), apiKey, apiSecret })
}
