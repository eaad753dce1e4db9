import { PgBoss } from 'pg-boss'
import { expect, onTestFinished, test } from 'vitest'
import { inTransaction } from '#lib/database/transaction.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { type SessionId, sessionId } from '#lib/kernel/ids.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { type Boss, startBoss } from './boss.ts'

const newId = () => sessionId.parse(crypto.randomUUID())

async function start(school: School): Promise<Boss> {
  const boss = await startBoss(school.url, () => {})
  onTestFinished(boss.stop)
  return boss
}

/** Starts the worker; returns an array that collects the completed jobs. */
async function work(boss: Boss, first: (id: SessionId) => Promise<void> = async () => {}) {
  const done: SessionId[] = []
  const nothing = (payloads: unknown[]) => Promise.allSettled(payloads)
  await boss.work({
    'reconcile-room': (payloads) =>
      Promise.allSettled(
        payloads.map(async ({ sessionId }) => {
          await first(sessionId)
          done.push(sessionId)
        }),
      ),
    'notify-of-change': nothing,
    'send-mails': nothing,
    'promote-waitlist': nothing,
  })
  return done
}

/** Sends a job in a transaction, which continues with `then`. */
function send(school: School, { jobs }: Boss, id: SessionId, then = async () => {}) {
  return inTransaction(school.system(), async (context) => {
    await jobs.send(context, 'reconcile-room', [{ sessionId: id }])
    await then()
  })
}

test('a job runs after its transaction is committed, and never after a rollback', async () => {
  const school = await createSchool()
  const boss = await start(school)
  const done = await work(boss)
  const [lost, kept] = [newId(), newId()]
  const failing = send(school, boss, lost, async () => {
    throw new Error('Something else went wrong')
  })
  await expect(failing).rejects.toThrow('Something else went wrong')
  await send(school, boss, kept)
  await eventually(() => expect(done).toEqual([kept]))
})

test('a job does not run before its start time', async () => {
  const school = await createSchool()
  const boss = await start(school)
  const [early, due] = [newId(), newId()]
  const startAfter = new Date(Date.now() + HOUR_MS)
  await boss.jobs.send(school.system(), 'reconcile-room', [{ sessionId: early }], { startAfter })
  await send(school, boss, due)
  const done = await work(boss)
  await eventually(() => expect(done).toContain(due))
  expect(done).toEqual([due])
})

test('a failed job is retried until it succeeds, and then no more', async () => {
  const school = await createSchool()
  const boss = await start(school)
  let failures = 0
  const done = await work(boss, async () => {
    failures += 1
    if (failures < 3) throw new Error('LiveKit is away')
  })
  const [failing, next] = [newId(), newId()]
  await send(school, boss, failing)
  await eventually(() => expect(done).toEqual([failing]))
  await send(school, boss, next)
  await eventually(() => expect(done).toEqual([failing, next]))
})

test('a failed job is retried for more than an hour', async () => {
  const school = await createSchool()
  await start(school)
  const waits = await school.database.$queryRaw<{ seconds: number }[]>`
    SELECT "retry_delay" * (power(2, "retry_limit") - 1) AS "seconds" FROM pgboss.queue WHERE "retry_backoff"`
  expect(waits).toHaveLength(4)
  for (const { seconds } of waits) expect(seconds).toBeGreaterThan(3600)
})

test('a job committed before its process ended runs in the next process', async () => {
  const school = await createSchool()
  const ended = await start(school)
  const id = newId()
  await send(school, ended, id)
  await ended.stop()
  const done = await work(await start(school))
  await eventually(() => expect(done).toEqual([id]))
})

test('two processes that start at the same time share the work', async () => {
  const school = await createSchool()
  const bosses = await Promise.all([start(school), start(school)])
  const done = await Promise.all(bosses.map((boss) => work(boss)))
  const ids = Array.from({ length: 6 }, newId)
  for (const [index, id] of ids.entries()) await send(school, bosses[index % 2] ?? bosses[0], id)
  await eventually(() => expect(done.flat().sort()).toEqual([...ids].sort()))
})

/** Sends background jobs for many sessions. */
async function sendBackground(school: School, { jobs }: Boss, ids: SessionId[]) {
  const payloads = ids.map((sessionId) => ({ sessionId }))
  await jobs.send(school.system(), 'reconcile-room', payloads, { background: true })
}

test('a job that a user waits for runs before a backlog of background jobs', async () => {
  const school = await createSchool()
  const boss = await start(school)
  const backlog = Array.from({ length: 400 }, newId)
  const ending = newId()
  await sendBackground(school, boss, backlog)
  await send(school, boss, ending)
  // Each job of the backlog waits for the urgent one: without its turn, no worker would become free.
  const urgent = Promise.withResolvers<void>()
  const done = await work(boss, async (id) => {
    if (id === ending) urgent.resolve()
    await urgent.promise
  })
  await eventually(() => expect(done).toHaveLength(401))
  expect(new Set(done)).toEqual(new Set([...backlog, ending]))
})

test('a job that a user waits for runs while background jobs hang', async () => {
  const school = await createSchool()
  const boss = await start(school)
  const release = Promise.withResolvers<void>()
  onTestFinished(() => release.resolve())
  const hanging = new Set(Array.from({ length: 200 }, newId))
  let held = 0
  const done = await work(boss, async (id) => {
    if (!hanging.has(id)) return
    held += 1
    await release.promise
  })
  await sendBackground(school, boss, [...hanging])
  await eventually(() => expect(held).toBe(100))
  const ending = newId()
  await send(school, boss, ending)
  await eventually(() => expect(done).toEqual([ending]))
  release.resolve()
  await eventually(() => expect(done).toHaveLength(201))
})

test('waiting jobs with equal payloads run as one', async () => {
  const school = await createSchool()
  const boss = await start(school)
  const id = newId()
  await boss.jobs.send(
    school.system(),
    'reconcile-room',
    Array.from({ length: 40 }, () => ({ sessionId: id })),
  )
  const last = newId()
  await sendBackground(school, boss, [last])
  const done = await work(boss)
  await eventually(() => expect(done).toContain(last))
  // At most one run for each of the workers that fetch at the same moment.
  expect(done.filter((one) => one === id).length).toBeLessThanOrEqual(4)
  expect(done).toContain(id)
})

test('a failed job is retried alone: the others of its batch run once', async () => {
  const school = await createSchool()
  const boss = await start(school)
  const ids = Array.from({ length: 5 }, newId)
  let failures = 0
  await boss.jobs.send(
    school.system(),
    'reconcile-room',
    ids.map((sessionId) => ({ sessionId })),
  )
  const done = await work(boss, async (id) => {
    if (id !== ids[2] || failures > 0) return
    failures += 1
    throw new Error('LiveKit is away')
  })
  await eventually(() => expect([...done].sort()).toEqual([...ids].sort()))
})

test('a waiting job under the former name of its queue runs', async () => {
  const school = await createSchool()
  const older = new PgBoss(school.url)
  await older.start()
  const waiting = newId()
  await older.createQueue('settle-room')
  await older.send('settle-room', { sessionId: waiting })
  await older.stop({ graceful: false })
  const done = await work(await start(school))
  await eventually(() => expect(done).toEqual([waiting]))
})
