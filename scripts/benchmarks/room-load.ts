import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { RoomState } from '#lib/classroom/room/api.ts'
import { connectDatabase } from '#lib/database/client.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { BenchEnvironment } from '#scripts/benchmarks/measuring/bench-environment.ts'
import { Delays } from '#scripts/benchmarks/measuring/delays.ts'
import type { RoomSnapshot } from '#scripts/benchmarks/measuring/headless-client.ts'
import { openListeners } from '#scripts/benchmarks/measuring/open-listeners.ts'
import { openParticipants, type Participants } from '#scripts/benchmarks/measuring/open-participants.ts'
import { requestAs } from '#scripts/benchmarks/measuring/request-as.ts'
import { makeSchool, type SignedInPerson } from '#scripts/testing/make-school.ts'

/** Runs in the application's process, so that both compete for the same CPU. */
export const preload = new URL('./measuring/plain-server.ts', import.meta.url).href

const PEOPLE = 100
const PUBLISHING = 5
const ROUNDS = 3
const HANDS = PEOPLE * ROUNDS
const MESSAGES = 2_000
const DURATION_MS = 2 * MINUTE_MS
const HAND_UP_MS = 4_000
const LIMIT = 1.5

/**
 * 100 people in one room, 5 of them publishing, with 300 hands and 2,000 messages in 2 minutes: nothing is lost and
 * all pages have the same order. Also the delay of a raised hand to the trainer's page, as a multiple of the delay of
 * a read notice to the reader's other page, by our server-sent events under the same load (docs/decisions/027). A bare
 * insert is measured for comparison.
 */
export default async function run({ baseUrl, databaseUrl }: BenchEnvironment): Promise<boolean> {
  const { trainer, students, sessionId, notices, plainUrl } = await prepare(databaseUrl)
  const session = `${baseUrl}/api/v1/sessions/${sessionId}`
  const listeners = await openListeners({ baseUrl, plainUrl, sessionId, trainer, students })
  const participants = await openParticipants({
    baseUrl,
    sessionId,
    people: students,
    publishing: PUBLISHING,
  })

  const [hands, readings, inserts] = [new Delays(), new Delays(), new Delays()]
  const acts = [
    ...turnsOf(students, async (student) => {
      hands.begin(student.id)
      await requestAs(student, 'POST', `${session}/hands`)
      await delay(HAND_UP_MS)
      await requestAs(student, 'DELETE', `${session}/hands/${student.id}`)
    }),
    ...turnsOf(students, async (student, turn) => {
      readings.begin(student.id)
      await requestAs(student, 'POST', `${baseUrl}/api/v1/notices/read`, { ids: [notices[turn]?.id] })
    }),
    ...turnsOf(students, async (student) => {
      const id = randomUUID()
      inserts.begin(id)
      await requestAs(student, 'POST', `${plainUrl}/${id}`)
    }),
    ...Array.from({ length: MESSAGES }, async (_, index) => {
      const author = students[index % PEOPLE] ?? trainer
      await delay(Math.random() * DURATION_MS)
      await requestAs(author, 'POST', `${session}/messages`, { id: randomUUID(), text: `Message ${index}` })
    }),
  ]
  const failed = (await Promise.allSettled(acts)).filter((act) => act.status === 'rejected')

  const { number } = await requestAs<RoomState>(trainer, 'GET', `${session}/room`)
  const others = await waitUntilAllHave(participants, number)
  const heard = await listeners.report()
  await participants.leave()
  await listeners.close()
  hands.matchObservations(heard.hands)
  readings.matchObservations(heard.notices)
  inserts.matchObservations(heard.inserts)
  const standings = [...others, heard.snapshot]
  const messages = standings.map(({ messages }) => messages)
  const orders = new Set(standings.map(({ order }) => order))
  const missed = standings.reduce((sum, page) => sum + page.missed, 0)
  const ratio = hands.percentile(0.95) / readings.percentile(0.95)
  const bareRatio = hands.percentile(0.95) / inserts.percentile(0.95)
  console.info(
    `people    ${standings.length} inside, ${PUBLISHING} publishing; ${failed.length} requests failed`,
  )
  console.info(
    `messages  ${Math.min(...messages)} to ${Math.max(...messages)} of ${MESSAGES}, ${orders.size} order(s); pages read again ${missed} times`,
  )
  console.info(`hand      ${hands}`)
  console.info(`notice    ${readings}`)
  console.info(`insert    ${inserts}`)
  console.info(
    `ratio     ${ratio.toFixed(2)} of a notice (at most ${LIMIT}); ${bareRatio.toFixed(2)} of an insert`,
  )
  for (const { reason } of failed.slice(0, 3)) console.info(reason)
  const isComplete =
    standings.length === PEOPLE + 1 &&
    standings.every((page) => page.number >= number) &&
    orders.size === 1 &&
    messages.every((count) => count === MESSAGES) &&
    hands.ended === HANDS
  return isComplete && failed.length === 0 && ratio <= LIMIT
}

/** A running class of 100, with unread notices for all turns, in order. */
async function prepare(databaseUrl: string) {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const trainer = await school.person('TRAINER')
  const students = await school.people('STUDENT', PEOPLE)
  const sessionId: SessionId = await school.session({
    trainer,
    students,
    status: 'in_progress',
    capacity: PEOPLE,
    startsInHours: 0,
  })
  const notices = await database.notice.createManyAndReturn({
    data: turns(students).map(({ student, turn }) => ({
      userId: student.id,
      kind: 'trainer_reminder',
      facts: { sessionId, startsAt: new Date().toISOString() },
      key: `bench ${turn}`,
      inApp: true,
    })),
    select: { id: true },
  })
  const [server] = await database.$queryRaw<{ port: number }[]>`SELECT "port" FROM "PlainServer"`
  await database.$disconnect()
  return { trainer, students, sessionId, notices, plainUrl: `http://127.0.0.1:${server?.port}` }
}

function turns(students: SignedInPerson[]) {
  return Array.from({ length: ROUNDS }, () => students)
    .flat()
    .map((student, turn) => ({ student, turn }))
}

/** Each student acts once per round at a random time: at fixed times, the same kinds of action would always collide. */
function turnsOf(
  students: SignedInPerson[],
  act: (student: SignedInPerson, turn: number) => Promise<void>,
): Promise<void>[] {
  const length = DURATION_MS / ROUNDS
  return turns(students).map(async ({ student, turn }) => {
    const round = Math.floor(turn / students.length)
    await delay(round * length + Math.random() * (length - 2 * HAND_UP_MS))
    await act(student, turn)
  })
}

/** State of the pages once all have the newest change, or after 2 minutes: its number is sent again every 5 s. */
async function waitUntilAllHave(crowd: Participants, newest: number): Promise<RoomSnapshot[]> {
  for (let tries = 0; tries < 240; tries += 1) {
    const standings = await crowd.standings()
    if (standings.every(({ number }) => number >= newest)) return standings
    await delay(500)
  }
  return crowd.standings()
}
