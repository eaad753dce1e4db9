import { setTimeout as delay } from 'node:timers/promises'
import { connectDatabase } from '#lib/database/client.ts'
import type { BenchEnvironment } from '#scripts/benchmarks/measuring/bench-environment.ts'
import { median } from '#scripts/benchmarks/measuring/measure-rate.ts'
import {
  openWebhookSender,
  type WebhookSenderOptions,
} from '#scripts/benchmarks/measuring/open-webhook-sender.ts'
import { requestRoomToken } from '#scripts/benchmarks/measuring/request-as.ts'
import { runAtRate } from '#scripts/benchmarks/measuring/run-at-rate.ts'
import { makeSchool } from '#scripts/testing/make-school.ts'

const RUNS = 3
const DURATION_S = 60
const IDLE_S = 30
const WEBHOOKS_A_SECOND = 200
const TOKENS_A_SECOND = 20
const CLASSES = 20
const STUDENTS_EACH = 14
const BURST = 2_000
const LIMIT = 2

/**
 * Response time of a room token while LiveKit sends 200 webhooks a second for a minute and 300 pages listen to events,
 * as a multiple of the time without webhooks: 99th percentile, median of three runs. Then 2,000 webhooks at once: none
 * gets an error, and all are stored and applied.
 */
export default async function run({ baseUrl, databaseUrl, livekit }: BenchEnvironment): Promise<boolean> {
  const database = connectDatabase(databaseUrl)
  const places = await makeParticipants(database)
  const sender = await openWebhookSender({ baseUrl, livekit, participants: places })

  async function timeOfTokens(seconds: number): Promise<number> {
    const times: number[] = []
    await runAtRate(TOKENS_A_SECOND, seconds, async (turn) => {
      const place = places[turn % places.length]
      if (!place) return
      const begun = performance.now()
      await requestRoomToken(baseUrl, place.sessionId, place)
      times.push(performance.now() - begun)
    })
    return percentile(times, 0.99)
  }

  await timeOfTokens(5)
  const ratios: number[] = []
  let failed = 0
  for (let run = 1; run <= RUNS; run += 1) {
    const idle = await timeOfTokens(IDLE_S)
    const [loaded, sent] = await Promise.all([
      timeOfTokens(DURATION_S),
      sender.sendAtRate(WEBHOOKS_A_SECOND, DURATION_S, `run-${run}`),
    ])
    failed += sent.failed
    ratios.push(loaded / idle)
    console.info(
      `run ${run}     99 % of tokens within ${idle.toFixed(1)} ms idle, ${loaded.toFixed(1)} ms loaded: ${(loaded / idle).toFixed(2)}`,
    )
    await waitUntilApplied(database)
  }
  const ratio = median(ratios)
  console.info(`ratio     ${ratio.toFixed(2)} (at most ${LIMIT}); ${failed} webhooks answered with an error`)

  const before = await database.webhookEvent.count()
  const burst = await sender.sendBurst(BURST, 'burst')
  const stored = (await database.webhookEvent.count()) - before
  const waiting = await waitUntilApplied(database)
  console.info(
    `burst     ${stored} of ${BURST} stored, ${burst.failed} answered with an error, ${waiting} left unapplied`,
  )
  sender.close()
  await database.$disconnect()
  return ratio <= LIMIT && failed + burst.failed === 0 && stored === BURST && waiting === 0
}

async function makeParticipants(
  database: ReturnType<typeof connectDatabase>,
): Promise<WebhookSenderOptions['participants']> {
  const school = makeSchool(database)
  const places: WebhookSenderOptions['participants'] = []
  for (let index = 0; index < CLASSES; index += 1) {
    const trainer = await school.person('TRAINER')
    const students = await school.people('STUDENT', STUDENTS_EACH)
    const inClass = await school.course('ONLINE', STUDENTS_EACH, { admission: 'open' })
    const sessionId = await school.session({
      classId: inClass,
      trainer,
      students,
      status: 'in_progress',
      startsInHours: 0,
    })
    for (const { id, signInId, credential } of [trainer, ...students]) {
      places.push({ sessionId, id, role: id === trainer.id ? 'TRAINER' : 'STUDENT', signInId, credential })
    }
  }
  return places
}

function percentile(times: number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * share)] ?? Number.NaN
}

/** Waits at most 30 s until all stored events are applied. Returns the number that are not. */
async function waitUntilApplied(database: ReturnType<typeof connectDatabase>): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const waiting = await database.webhookEvent.count({ where: { processedAt: null } })
    if (waiting === 0 || tries === 300) return waiting
    await delay(100)
  }
}
