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

/** Listens as a process does; returns the received payloads and the number of times that listening started. */
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

test('events are sent after the commit, and never after a rollback', async () => {
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
  expect(heard).toEqual([{ kind: 'session', sessionId: kept, audience: 'everybody', formerUserIds: [] }])
})

test('a use case publishes its change', async () => {
  const school = await createSchool()
  const { heard } = await listen(school)
  const trainer = await school.person('TRAINER')
  const sessionId = await school.session({ trainer })
  await startSession(school.as(trainer), { sessionId })
  await eventually(() => expect(heard).toMatchObject([{ sessionId, audience: 'everybody' }]))
})

test('an event includes the ids of users who lost their seat', async () => {
  const school = await createSchool()
  const { heard } = await listen(school)
  const admin = await school.asAdmin()
  const [former, noor] = [await school.person('TRAINER'), await school.person('STUDENT')]
  const sessionId = await school.session({ trainer: former, students: [noor] })
  const { id: trainerId } = await school.person('TRAINER')
  await changeSession(admin, { sessionId, trainerId, allowOverlap: false })
  await unseatStudents(admin, { sessionId, studentIds: [noor.id] })
  await eventually(() => expect(heard).toHaveLength(2))
  expect(heard).toMatchObject([{ formerUserIds: [former.id] }, { formerUserIds: [noor.id] }])
})

test('an event can be limited to moderators, and can include a thousand former participants', async () => {
  const school = await createSchool()
  const { heard } = await listen(school)
  const sessionId = newId()
  const former = Array.from({ length: 1000 }, () => crypto.randomUUID())
  await publishToModeratorPages(school.system(), sessionId)
  await publishToPages(school.system(), sessionId, former)
  await eventually(() => expect(heard).toHaveLength(2))
  expect(heard).toMatchObject([
    { audience: 'moderators' },
    { audience: 'everybody', formerUserIds: expect.arrayContaining(former.slice(0, 10)) },
  ])
})

test('events of new notices reach a thousand readers', async () => {
  const school = await createSchool()
  const { heard } = await listen(school)
  const userIds = Array.from({ length: 1000 }, () => crypto.randomUUID())
  await publishNewNotices(school.system(), userIds)
  await publishNewNotices(school.system(), [])
  await eventually(() => expect(heard).toHaveLength(10))
  expect(heard.flatMap((told) => (told as { userIds: string[] }).userIds)).toEqual(userIds)
})

test('listening resumes after its connection is lost, and stops on request', async () => {
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
