import { expect, onTestFinished, test, vi } from 'vitest'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { application, systemContext } from '#lib/process/application.ts'
import { wallOf } from '#lib/time/zones.ts'
import { enterRoom } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { startMailServer } from '#scripts/testing/mail-server.ts'
import type { SignedInPerson } from '#scripts/testing/make-school.ts'
import { notifyPeople } from '#scripts/testing/notify-people.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { startWorker } from './start.ts'

const LONG_AGO = new Date('2020-01-01T00:00:00Z')

/** Starts an instance's worker on the school's database; it ends with the test. */
async function start({ url, database }: School, smtpUrl: string): Promise<void> {
  const environment = {
    DATABASE_URL: url,
    AUTH_SECRET: 'a secret of the tests, 32 characters long',
    PUBLIC_URL: 'https://school.test',
    SMTP_URL: smtpUrl,
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  const others = process.listeners('SIGTERM')
  await startWorker()
  const [stop] = process.listeners('SIGTERM').filter((listener) => !others.includes(listener))
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    stop?.('SIGTERM')
    await eventually(async () => {
      const left = await database.$queryRaw`
        SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND application_name ~ '^(pgboss|koding-caravan news)'`
      expect(left).toEqual([])
    })
  })
}

/** Creates old records that are due for deletion. */
async function leaveOldThings({ database }: School, { id: userId, signInId }: SignedInPerson): Promise<void> {
  await database.notice.updateMany({ where: { userId }, data: { createdAt: LONG_AGO } })
  await database.signIn.update({ where: { id: signInId }, data: { expiresAt: LONG_AGO } })
  await database.roomDisplay.create({ data: { secretHash: Buffer.alloc(32), codeExpiresAt: LONG_AGO } })
  await database.auditEvent.create({
    data: { at: LONG_AGO, action: 'session_ended', subject: 'session', subjectId: crypto.randomUUID() },
  })
}

async function oldThings({ database }: School, { id: userId, signInId }: SignedInPerson) {
  return {
    notices: await database.notice.count({ where: { userId, kind: 'enrolled' } }),
    signIns: await database.signIn.count({ where: { id: signInId } }),
    halls: await database.roomDisplay.count(),
    events: await database.auditEvent.count({ where: { at: LONG_AGO } }),
  }
}

async function startOf({ database }: School, id: SessionId): Promise<Date> {
  return (await database.classSession.findUniqueOrThrow({ where: { id } })).startsAt
}

test('after its start, the worker runs all periodic tasks', async () => {
  const school = await createSchool()
  const { database } = school
  const { letters, smtpUrl } = await startMailServer()
  const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
  await notifyPeople(school, [noor])
  await leaveOldThings(school, noor)

  const overdue = await school.session({ status: 'in_progress', startsInHours: -9, students: [noor] })
  await database.roomMember.create({ data: { sessionId: overdue, userId: karim.id, audioOnly: true } })
  const inLine = await school.session({ startsInHours: 30, capacity: 1 })
  await database.waitlistEntry.create({ data: { sessionId: inLine, studentId: noor.id, kind: 'online' } })
  const soon = await school.session({ startsInHours: 0.1, students: [karim] })
  const misplaced = await school.session({ startsInHours: 60 })
  const meant = new Date((await startOf(school, misplaced)).getTime() + HOUR_MS)
  await database.classSession.update({ where: { id: misplaced }, data: wallOf(meant, 'Europe/Berlin') })
  await database.presence.create({
    data: { sessionId: soon, userId: noor.id, roomSid: 'RM_1', participantSid: 'PA_1', joinedAt: LONG_AGO },
  })
  const event = { kind: 'room_finished', id: 'EV_1', at: new Date(), roomSid: 'RM_2', sessionId: soon }
  await database.webhookEvent.create({ data: { id: 'EV_1', event: 'room_finished', payload: event } })

  const trainer = await school.person('TRAINER')
  const running = await school.session({ trainer, students: [noor], status: 'in_progress' })
  await database.classroom.create({ data: { sessionId: running, startedAt: new Date() } })
  await database.roomMember.create({
    data: { sessionId: running, userId: noor.id, entryRequestedAt: LONG_AGO, entryRequestSeenAt: LONG_AGO },
  })
  const visitor = await enterRoom(running, trainer)
  await visitor.waitUntilReachable()

  await start(school, smtpUrl)
  const change = await database.change.create({
    data: { kind: 'changed', sessions: [], notifyAt: new Date() },
  })
  await application().jobs.send(systemContext(), 'notify-of-change', [{ changeId: change.id }])

  await eventually(async () => {
    expect(await oldThings(school, noor)).toEqual({ notices: 0, signIns: 0, halls: 0, events: 0 })
    expect({
      overdue: (await database.classSession.findUniqueOrThrow({ where: { id: overdue } })).status,
      leftInItsRoom: await database.roomMember.count({ where: { sessionId: overdue, audioOnly: true } }),
      seatedFromLine: await database.seat.count({ where: { sessionId: inLine, studentId: noor.id } }),
      reminded: await database.notice.count({ where: { userId: karim.id, kind: 'reminder' } }),
      mailed: letters.filter((letter) => letter.includes(`<${karim.email}>`)).length,
      moved: await startOf(school, misplaced),
      inLobby: await database.roomMember.count({ where: { entryRequestedAt: { not: null } } }),
      newestIsRepeated: visitor.updates.some(({ kind }) => kind === 'heartbeat'),
      missing: await database.presence.count({ where: { missingSince: { not: null } } }),
      eventsApplied: await database.webhookEvent.count({ where: { processedAt: { not: null } } }),
      changesTold: await database.change.count({ where: { id: change.id, notifiedAt: { not: null } } }),
    }).toEqual({
      overdue: 'completed',
      leftInItsRoom: 0,
      seatedFromLine: 1,
      reminded: 1,
      mailed: 1,
      moved: meant,
      inLobby: 0,
      newestIsRepeated: true,
      missing: 1,
      eventsApplied: 1,
      changesTold: 1,
    })
  })
})
