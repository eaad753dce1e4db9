import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Room, RoomEvent } from '@livekit/rtc-node'
import { connectDatabase } from '#lib/database/client.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { BenchEnvironment } from '#scripts/benchmarks/measuring/bench-environment.ts'
import { median } from '#scripts/benchmarks/measuring/measure-rate.ts'
import { requestAs, requestRoomToken } from '#scripts/benchmarks/measuring/request-as.ts'
import { sendWebhook, signWebhook } from '#scripts/benchmarks/measuring/signed-webhooks.ts'
import { makeSchool, type SignedInPerson } from '#scripts/testing/make-school.ts'

const ROUNDS = 5
const STUDENTS = 4
const PLANNED = 60
const STALE_SESSIONS = 400
const WEBHOOKS_AT_ONCE = 50
const CONNECTED_AFTER_MS = 3_000
const LIMIT = 2

/**
 * Time until the last participant is out of a class that ends: with an idle job queue, right after a student lost 60
 * seats, and right after 400 webhooks that each request a reconcile. Rounds alternate; medians are compared.
 */
export default async function run({ baseUrl, databaseUrl, livekit }: BenchEnvironment): Promise<boolean> {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const admin = await school.person('ADMIN')
  const stranger = await school.person('STUDENT')
  const ended = await Promise.all(
    Array.from({ length: STALE_SESSIONS }, () => school.session({ status: 'completed', startsInHours: -2 })),
  )

  async function unenrolFromMany(): Promise<void> {
    const student = await school.person('STUDENT')
    const classId = await school.course('ONLINE')
    await school.enrol(classId, [student])
    for (let day = 1; day <= PLANNED; day += 1) {
      await school.session({ classId, students: [student], startsInHours: 24 * day })
    }
    await requestAs(admin, 'DELETE', `${baseUrl}/api/v1/admin/classes/${classId}/enrolments`, {
      studentIds: [student.id],
    })
  }

  async function sendManyWebhooks(): Promise<void> {
    const webhooks = await Promise.all(
      ended.map((sessionId) =>
        signWebhook(livekit, {
          event: 'participant_joined',
          sessionId,
          person: { id: stranger.id, role: 'STUDENT', signInId: stranger.signInId },
          sid: `PA_${randomUUID()}`,
        }),
      ),
    )
    for (let from = 0; from < webhooks.length; from += WEBHOOKS_AT_ONCE) {
      const batch = webhooks.slice(from, from + WEBHOOKS_AT_ONCE)
      const statuses = await Promise.all(batch.map((webhook) => sendWebhook(baseUrl, webhook)))
      if (statuses.some((status) => status !== 200)) throw new Error(`A webhook was answered ${statuses}`)
    }
  }

  async function timeOfEnding(load: () => Promise<void>): Promise<number> {
    const trainer = await school.person('TRAINER')
    const students = await school.people('STUDENT', STUDENTS)
    const sessionId = await school.session({ trainer, students, status: 'in_progress', startsInHours: 0 })
    const entered = await Promise.all(
      [trainer, ...students].map((person) => enter(baseUrl, sessionId, person)),
    )
    await load()
    const begun = performance.now()
    await requestAs(trainer, 'POST', `${baseUrl}/api/v1/sessions/${sessionId}/end`)
    await Promise.all(entered.map(({ out }) => out))
    return performance.now() - begun
  }

  const loads = {
    // Participants that are still connecting leave later.
    idle: () => delay(CONNECTED_AFTER_MS),
    'after 60 lost seats': unenrolFromMany,
    'after 400 webhooks': sendManyWebhooks,
  }
  const times = new Map(Object.keys(loads).map((name) => [name, [] as number[]]))
  await timeOfEnding(loads.idle)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, load] of Object.entries(loads)) times.get(name)?.push(await timeOfEnding(load))
  }
  await database.$disconnect()

  const idle = median(times.get('idle') ?? [])
  let isWithinLimit = true
  for (const [name, taken] of times) {
    const ratio = median(taken) / idle
    const shown = taken.map((ms) => ms.toFixed(0)).join(' ')
    console.info(
      `${name.padEnd(20)} ${shown} → median ${median(taken).toFixed(0)} ms, ${ratio.toFixed(2)} of idle`,
    )
    isWithinLimit &&= ratio <= LIMIT
  }
  console.info(`limit                at most ${LIMIT} of idle`)
  return isWithinLimit
}

/** Enters a class; `out` resolves when LiveKit disconnects the participant. */
async function enter(
  baseUrl: string,
  sessionId: SessionId,
  person: SignedInPerson,
): Promise<{ out: Promise<void> }> {
  const { url, token } = await requestRoomToken(baseUrl, sessionId, person)
  const room = new Room()
  const out = new Promise<void>((resolve) => room.once(RoomEvent.Disconnected, () => resolve()))
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  return { out }
}
