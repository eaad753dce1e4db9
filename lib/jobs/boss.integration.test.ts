import { expect, onTestFinished, test } from 'vitest'
import { inTransaction } from '#lib/database/transaction.ts'
import { type SessionId, sessionId } from '#lib/sessions/ids.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { type Boss, startBoss } from './boss.ts'

const newId = () => sessionId.parse(crypto.randomUUID())

async function start(school: School): Promise<Boss> {
  const boss = await startBoss(school.url, () => {})
  onTestFinished(boss.stop)
  return boss
}

/** Works on jobs; what was done is in the array that it answers. */
async function work(boss: Boss, first: (id: SessionId) => Promise<void> = async () => {}) {
  const done: SessionId[] = []
  await boss.work({
    'settle-room': async ({ sessionId }) => {
      await first(sessionId)
      done.push(sessionId)
    },
    'tell-change': async () => {},
    'send-mails': async () => {},
    'promote-line': async () => {},
  })
  return done
}

/** Sends a job in a transaction, which goes on with `then`. */
function send(school: School, { jobs }: Boss, id: SessionId, then = async () => {}) {
  return inTransaction(school.system(), async (context) => {
    await jobs.send(context, 'settle-room', { sessionId: id })
    await then()
  })
}

test('a job runs once its transaction is committed, and never where that is rolled back', async () => {
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

test('a job that fails is tried again until it succeeds, and then no more', async () => {
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

test('a job that was committed before its process ended runs in the next one', async () => {
  const school = await createSchool()
  const ended = await start(school)
  const id = newId()
  await send(school, ended, id)
  await ended.stop()
  const done = await work(await start(school))
  await eventually(() => expect(done).toEqual([id]))
})

test('two processes that start at once share the work', async () => {
  const school = await createSchool()
  const bosses = await Promise.all([start(school), start(school)])
  const done = await Promise.all(bosses.map((boss) => work(boss)))
  const ids = Array.from({ length: 6 }, newId)
  for (const [index, id] of ids.entries()) await send(school, bosses[index % 2] ?? bosses[0], id)
  await eventually(() => expect(done.flat().sort()).toEqual([...ids].sort()))
})
