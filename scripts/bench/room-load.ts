import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { Room, RoomEvent } from '@livekit/rtc-node'
import { createChatStore } from '#components/classroom/chat/chat-store.ts'
import { createRoomFollower } from '#components/classroom/follow/room-follower.ts'
import { roomTokenEndpoint } from '#lib/classroom/api.ts'
import type { Message, MessagePage } from '#lib/classroom/chat/api.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import { ROOM_TOPIC } from '#lib/classroom/room/topic.ts'
import { connectDatabase } from '#lib/database/client.ts'
import type { BenchEnvironment } from '#scripts/bench-environment.ts'
import { showGrey } from '#scripts/measuring/synthetic-publisher.ts'
import { makeSchool, type SignedInPerson } from '#scripts/testing/make-school.ts'

const PEOPLE = 100
const PUBLISHING = 5
/** How many come in at the same time. */
const AT_ONCE = 10
const HANDS = 300
const MESSAGES = 2_000
const DURATION_MS = 120_000
const HAND_UP_MS = 4_000
const LIMIT = 1.5

/**
 * 100 people in one room, 5 of them publishing, with 300 hands and 2,000 messages in 2 minutes: nothing is lost and
 * the order is the same for everybody; and how long a hand takes to the trainer's page, as a multiple of what a bare
 * insert with a server-sent event takes under the same load.
 */
export default async function run({ baseUrl, databaseUrl }: BenchEnvironment): Promise<boolean> {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const trainer = await school.person('TRAINER')
  const students = await school.people('STUDENT', PEOPLE)
  const sessionId = await school.session({
    trainer,
    students,
    status: 'in_progress',
    capacity: PEOPLE,
    from: 0,
  })
  await database.$disconnect()
  const session = `${baseUrl}/api/v1/sessions/${sessionId}`

  const plain = await startPlainServer(databaseUrl)
  const pages: Page[] = []
  const everybody = [trainer, ...students]
  for (let from = 0; from < everybody.length; from += AT_ONCE) {
    const next = everybody.slice(from, from + AT_ONCE)
    pages.push(...(await Promise.all(next.map((person) => openPage(baseUrl, sessionId, person)))))
  }
  const [trainersPage] = pages
  for (const page of pages.slice(1, PUBLISHING + 1)) await page.publish()

  const hands = new Delays()
  trainersPage?.follower.on('change', (change) => {
    if (change.kind === 'hand-raised') hands.end(change.hand.userId)
  })
  const inserts = new Delays()
  plain.listen((id) => inserts.end(id)).catch(() => {})
  const failures: unknown[] = []
  const work: Promise<unknown>[] = []
  const later = (at: number, act: () => Promise<unknown>) =>
    work.push(
      delay(at)
        .then(act)
        .catch((error: unknown) => failures.push(error)),
    )

  for (let index = 0; index < HANDS; index += 1) {
    const student = students[index % PEOPLE] ?? trainer
    const at = (index * DURATION_MS) / HANDS
    later(at, async () => {
      hands.begin(student.id)
      await ask('POST', `${session}/hands`, student)
      await delay(HAND_UP_MS)
      await ask('DELETE', `${session}/hands/${student.id}`, trainer)
    })
    later(at + DURATION_MS / HANDS / 2, async () => {
      const id = randomUUID()
      inserts.begin(id)
      await ask('POST', `${plain.url}/${id}`, student)
    })
  }
  for (let index = 0; index < MESSAGES; index += 1) {
    const student = students[(index * 7) % PEOPLE] ?? trainer
    later((index * DURATION_MS) / MESSAGES, () =>
      ask('POST', `${session}/messages`, student, { id: randomUUID(), text: `Message ${index}` }),
    )
  }
  await Promise.all(work)
  const { number } = await ask<RoomState>('GET', `${session}/room`, trainer)
  await untilAllHave(pages, number)

  const orders = new Set(pages.map(({ chat }) => chat.state.messages.map(({ id }) => id).join()))
  const counts = pages.map(({ chat }) => chat.state.messages.length)
  const missed = pages.reduce((sum, page) => sum + page.missed(), 0)
  for (const page of pages) await page.leave()
  await plain.stop()
  const [hand, insert] = [hands.percentile(0.95), inserts.percentile(0.95)]
  const ratio = hand / insert
  console.info(
    `people    ${pages.length} inside, ${PUBLISHING} publishing, ${failures.length} requests failed`,
  )
  console.info(
    `messages  ${Math.min(...counts)} to ${Math.max(...counts)} of ${MESSAGES}, ${orders.size} order(s)`,
  )
  console.info(`hands     ${hands.ended} of ${HANDS} came to the trainer; pages read again ${missed} times`)
  console.info(`hand      median ${hands.percentile(0.5).toFixed(1)} ms, 95 % ${hand.toFixed(1)} ms`)
  console.info(`insert    median ${inserts.percentile(0.5).toFixed(1)} ms, 95 % ${insert.toFixed(1)} ms`)
  console.info(`ratio     ${ratio.toFixed(2)} (at most ${LIMIT})`)
  for (const failure of failures.slice(0, 3)) console.info(failure)
  const isComplete = orders.size === 1 && counts.every((count) => count === MESSAGES) && hands.ended === HANDS
  return isComplete && failures.length === 0 && ratio <= LIMIT
}

type Page = Awaited<ReturnType<typeof openPage>>

/** A page without a browser: LiveKit's own client, and what our pages hear and read with. */
async function openPage(baseUrl: string, sessionId: string, person: SignedInPerson) {
  const session = `${baseUrl}/api/v1/sessions/${sessionId}`
  const later = (work: () => void, milliseconds: number) => void setTimeout(work, milliseconds)
  const follower = createRoomFollower({
    readRoom: () => ask<RoomState>('GET', `${session}/room`, person),
    later,
  })
  let missed = 0
  follower.on('missed', () => {
    missed += 1
  })
  const chat = createChatStore({
    me: () => person.id,
    follower,
    api: {
      listMessages: ({ since, before }) =>
        ask<MessagePage>(
          'GET',
          `${session}/messages?limit=200${since === undefined ? '' : `&since=${since}`}${before === undefined ? '' : `&before=${before}`}`,
          person,
        ),
      sendMessage: (message) => ask<Message>('POST', `${session}/messages`, person, message),
    },
    newId: randomUUID,
    later,
  })
  const { token, url } = roomTokenEndpoint.data.parse(
    await ask('POST', `${baseUrl}/api/v1/admin/sessions/${sessionId}/livekit-token`, person),
  )
  const room = new Room()
  room.on(RoomEvent.DataReceived, (data, from, _kind, topic) => {
    if (!from && topic === ROOM_TOPIC) follower.hear(JSON.parse(new TextDecoder().decode(data)))
  })
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  await follower.refresh()
  await chat.sync()
  let stopCamera = () => {}
  return {
    follower,
    chat,
    missed: () => missed,
    async publish() {
      stopCamera = await showGrey(room)
    },
    async leave() {
      stopCamera()
      await room.disconnect()
    },
  }
}

/** Waits until every page has the newest change, at most 2 minutes: its number is told again every 5 s. */
async function untilAllHave(pages: Page[], newest: number): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    await delay(500)
    const isBehind = pages.some(({ follower }) => (follower.state?.number ?? 0) < newest)
    const counts = new Set(pages.map(({ chat }) => chat.state.messages.length))
    if (!isBehind && counts.size === 1) return
  }
}

/** How long things take from one place to another, by their names. In ms. */
class Delays {
  private readonly begun = new Map<string, number>()
  private readonly delays: number[] = []

  begin(name: string) {
    this.begun.set(name, performance.now())
  }

  end(name: string) {
    const at = this.begun.get(name)
    if (at === undefined) return
    this.begun.delete(name)
    this.delays.push(performance.now() - at)
  }

  get ended() {
    return this.delays.length
  }

  percentile(share: number): number {
    const sorted = this.delays.toSorted((one, other) => one - other)
    return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  }
}

async function startPlainServer(databaseUrl: string) {
  const worker = new Worker(new URL('../measuring/plain-server.ts', import.meta.url), {
    workerData: { databaseUrl },
  })
  const [address] = await once(worker, 'message')
  const url = `http://127.0.0.1:${address.port}`
  return {
    url,
    async listen(onEvent: (id: string) => void) {
      const response = await fetch(`${url}/events`)
      const decoder = new TextDecoder()
      for await (const part of response.body ?? []) {
        for (const match of decoder.decode(part).matchAll(/data: (\S+)/g)) onEvent(match[1] ?? '')
      }
    },
    stop: () => worker.terminate(),
  }
}

async function ask<Data>(method: string, url: string, person: SignedInPerson, body?: object): Promise<Data> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${person.credential}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${answer}`)
  return answer === '' ? (undefined as Data) : JSON.parse(answer).data
}
