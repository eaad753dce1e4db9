import { expect, onTestFinished, test } from 'vitest'
import { listenToChannel } from '#lib/database/listen.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { startSession } from '#lib/sessions/lifecycle/start-session.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'
import { unseatStudents } from '#lib/sessions/seats/unseat-students.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { eventEnvelope, PAGE_EVENTS_CHANNEL } from './event-envelope.ts'
import { publishNewNotices, publishToModeratorPages, publishToPages } from './publish-to-pages.ts'

/** Listens as a process does; answers what it heard, and how often it began to listen. */
async function listen(school: School) {
  const heard: unknown[] = []
  let begun = 0
  const stop = listenToChannel(school.url, PAGE_EVENTS_CHANNEL, {
    onNotification: (payload) => void heard.push(eventEnvelope.parse(JSON.parse(payload))),
    onListening: () => {
      begun += 1
    },
  })
  onTestFinished(stop)
  await eventually(() => expect(begun).toBe(1))
  return { heard, stop, begun: () => begun }
}

const newId = () => toSessionId.parse(crypto.randomUUID())

test('news comes with the commit, and never where that is rolled back', async () => {
  const school = await createSchool()
  const { heard } = await listen(school)
  const [lost, kept] = [newId(), newId()]
  const failing = inTransaction(school.system(), async (context) => {
    await publishToPages(context, lost)
    throw new Error('Something else went wrong')
  })
  await expect(failing).rejects.toThrow()
  await inTransaction(school.system(), async (context) => {
    await publishToPages(context, kept)
    expect(heard).toEqual([])
  })
  await eventually(() => expect(heard).toHaveLength(1))
  expect(heard).toEqual([{ kind: 'session', sessionId: kept, audience: 'everybody', formerly: [] }])
})

test('what a use case changes is told', async () => {
  const school = await createSchool()
  const { heard } = await listen(school)
  const trainer = await school.person('TRAINER')
  const sessionId = await school.session({ trainer })
  await startSession(school.as(trainer), { sessionId })
  await eventually(() => expect(heard).toMatchObject([{ sessionId, audience: 'everybody' }]))
})

test('who loses their place with the change is named', async () => {
  const school = await createSchool()
  const { heard } = await listen(school)
  const admin = await school.asAdmin()
  const [former, noor] = [await school.person('TRAINER'), await school.person('STUDENT')]
  const sessionId = await school.session({ trainer: former, students: [noor] })
  const { id: trainerId } = await school.person('TRAINER')
  await changeSession(admin, { sessionId, trainerId, allowOverlap: false })
  await unseatStudents(admin, { sessionId, studentIds: [noor.id] })
  await eventually(() => expect(heard).toHaveLength(2))
  expect(heard).toMatchObject([{ formerly: [former.id] }, { formerly: [noor.id] }])
})

test('news for leaders says so, and a thousand who lost their place are not too many', async () => {
  const school = await createSchool()
  const { heard } = await listen(school)
  const sessionId = newId()
  const former = Array.from({ length: 1000 }, () => crypto.randomUUID())
  await publishToModeratorPages(school.system(), sessionId)
  await publishToPages(school.system(), sessionId, former)
  await eventually(() => expect(heard).toHaveLength(2))
  expect(heard).toMatchObject([
    { audience: 'moderators' },
    { audience: 'everybody', formerly: expect.arrayContaining(former.slice(0, 10)) },
  ])
})

test('a thousand readers of notices are all named', async () => {
  const school = await createSchool()
  const { heard } = await listen(school)
  const readers = Array.from({ length: 1000 }, () => crypto.randomUUID())
  await publishNewNotices(school.system(), readers)
  await publishNewNotices(school.system(), [])
  await eventually(() => expect(heard).toHaveLength(10))
  expect(heard.flatMap((told) => (told as { readers: string[] }).readers)).toEqual(readers)
})

test('listening comes back by itself after its connection was lost, and stops when it should', async () => {
  const school = await createSchool()
  const { heard, begun, stop } = await listen(school)
  const killed = await school.database.$queryRaw<unknown[]>`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN%'`
  expect(killed).toHaveLength(1)
  await eventually(() => expect(begun()).toBe(2))
  await publishToPages(school.system(), newId())
  await eventually(() => expect(heard).toHaveLength(1))
  stop()
  const listening = () => school.database.$queryRaw`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`
  await expect.poll(listening).toEqual([])
})
