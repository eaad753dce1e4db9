import { setTimeout as delay } from 'node:timers/promises'
import { connectDatabase } from '#lib/database/client.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import type { BenchEnvironment } from '#scripts/bench-environment.ts'
import { askRoomToken, listenAs } from '#scripts/measuring/ask-as.ts'
import { median } from '#scripts/measuring/load.ts'
import { sendWebhook, signWebhook } from '#scripts/measuring/signed-webhooks.ts'
import { makeSchool, type SignedInPerson } from '#scripts/testing/make-school.ts'

const RUNS = 3
const SECONDS = 60
const WEBHOOKS_A_SECOND = 200
const TOKENS_A_SECOND = 20
const CLASSES = 20
const STUDENTS_EACH = 14
const STREAMS = CLASSES * (STUDENTS_EACH + 1)
const BURST = 2_000
const LIMIT = 2

/**
 * How long a room token takes while LiveKit sends 200 webhooks a second for a minute and 300 pages listen to news, as
 * a multiple of what it takes while nothing comes: the 99th percentile, median of three runs. Then 2,000 webhooks at
 * once: none is answered with an error, and all are stored and applied.
 */
export default async function run({ baseUrl, databaseUrl, livekit }: BenchEnvironment): Promise<boolean> {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const classes: { sessionId: SessionId; people: SignedInPerson[] }[] = []
  for (let index = 0; index < CLASSES; index += 1) {
    const trainer = await school.person('TRAINER')
    const students = await school.people('STUDENT', STUDENTS_EACH)
    const sessionId = await school.session({ trainer, students, status: 'in_progress', from: 0 })
    classes.push({ sessionId, people: [trainer, ...students] })
  }
  const places = classes.flatMap(({ sessionId, people }) => people.map((person) => ({ sessionId, person })))
  let pages = 0
  for (const { person } of places) {
    void listenAs(person, `${baseUrl}/api/v1/events`, () => {
      pages += 1
    })
  }
  while (pages < STREAMS) await delay(50)

  /** Times of room tokens, asked for at a steady pace by one person after the other. */
  async function timesOfTokens(seconds: number): Promise<number[]> {
    const times: number[] = []
    await atPace(TOKENS_A_SECOND, seconds, async (turn) => {
      const { sessionId, person } = placeOf(turn)
      const begun = performance.now()
      await askRoomToken(baseUrl, sessionId, person)
      times.push(performance.now() - begun)
    })
    return times
  }

  const placeOf = (turn: number) => {
    const place = places[turn % places.length]
    if (!place) throw new Error('There are no places')
    return place
  }

  /** People come and go, over and over, each time with another connection. */
  function webhookOf(turn: number) {
    const { sessionId, person } = placeOf(Math.floor(turn / 2))
    const event = turn % 2 === 0 ? ('participant_joined' as const) : ('participant_left' as const)
    return signWebhook(livekit, {
      event,
      sessionId,
      userId: person.id,
      sid: `PA_${run}_${Math.floor(turn / 2)}`,
    })
  }

  let run = 0
  let failed = 0
  async function send(turn: number): Promise<void> {
    const status = await sendWebhook(baseUrl, await webhookOf(turn))
    if (status !== 200) failed += 1
  }

  await timesOfTokens(5)
  const ratios: number[] = []
  for (run = 0; run < RUNS; run += 1) {
    const idle = percentile(await timesOfTokens(SECONDS / 2))
    const [loaded] = await Promise.all([
      timesOfTokens(SECONDS).then(percentile),
      atPace(WEBHOOKS_A_SECOND, SECONDS, send),
    ])
    ratios.push(loaded / idle)
    console.info(
      `run ${run + 1}     99 % of tokens within ${idle.toFixed(1)} ms idle, ${loaded.toFixed(1)} ms loaded → ${(loaded / idle).toFixed(2)}`,
    )
    await whenApplied(database)
  }
  const ratio = median(ratios)
  console.info(
    `ratio     ${ratio.toFixed(2)} (at most ${LIMIT}); ${failed} webhooks were answered with an error`,
  )

  const before = await database.webhookEvent.count()
  run = RUNS
  await Promise.all(Array.from({ length: BURST }, (_, turn) => send(turn)))
  const stored = (await database.webhookEvent.count()) - before
  const waiting = await whenApplied(database)
  console.info(
    `burst     ${stored} of ${BURST} stored, ${failed} answered with an error, ${waiting} left unapplied`,
  )
  await database.$disconnect()
  return ratio <= LIMIT && failed === 0 && stored === BURST && waiting === 0
}

/** Begins so many works a second, whether or not the ones before have ended, and waits for all. */
async function atPace(
  aSecond: number,
  seconds: number,
  work: (turn: number) => Promise<void>,
): Promise<void> {
  const begun = performance.now()
  const works: Promise<void>[] = []
  for (let turn = 0; turn < aSecond * seconds; turn += 1) {
    const due = begun + (turn * 1000) / aSecond
    if (due > performance.now()) await delay(due - performance.now())
    works.push(work(turn))
  }
  await Promise.all(works)
}

function percentile(times: number[], share = 0.99): number {
  return times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * share)] ?? Number.NaN
}

/** Waits until every stored event is applied, at most 30 s. Answers how many are not. */
async function whenApplied(database: ReturnType<typeof connectDatabase>): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const waiting = await database.webhookEvent.count({ where: { processedAt: null } })
    if (waiting === 0 || tries === 300) return waiting
    await delay(100)
  }
}
