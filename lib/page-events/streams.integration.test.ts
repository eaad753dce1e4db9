import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/context/actor.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { unseatStudents } from '#lib/sessions/seats/unseat-students.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import type { EventEnvelope } from './event-envelope.ts'
import type { PageEvent } from './page-event.ts'
import { createStreams } from './streams.ts'

/** An open page of somebody who is signed in. */
function openPage({ id: userId, signInId }: Pick<Actor, 'id' | 'signInId'>) {
  const page = {
    userId,
    signInId,
    heard: [] as PageEvent[],
    closed: false,
    send: (news: PageEvent) => void page.heard.push(news),
    close: () => {
      page.closed = true
    },
  }
  return page
}

function notice(sessionId: SessionId, parts: Partial<EventEnvelope> = {}): string {
  return JSON.stringify({ kind: 'session', sessionId, audience: 'everybody', formerly: [], ...parts })
}

/** A session with a page open for everybody whom it may concern, and for strangers. */
async function openPages(school: School) {
  const [trainer, noor, former] = [
    await school.person('TRAINER'),
    await school.person('STUDENT'),
    await school.person('STUDENT'),
  ]
  const sessionId = await school.session({ trainer, students: [noor] })
  const pages = {
    trainer: openPage(trainer),
    student: openPage(noor),
    former: openPage(former),
    admin: openPage(await school.person('ADMIN')),
    otherStudent: openPage(await school.person('STUDENT')),
    otherTrainer: openPage(await school.person('TRAINER')),
  }
  const streams = createStreams(school.database)
  for (const page of Object.values(pages)) {
    streams.add(page)
    page.heard = []
  }
  const hearers = () => Object.entries(pages).flatMap(([name, page]) => (page.heard.length > 0 ? [name] : []))
  return { streams, sessionId, pages, hearers, trainer, noor, former }
}

describe('who hears of a session', () => {
  test('its people and admins; strangers do not', async () => {
    const { streams, sessionId, pages, hearers } = await openPages(await createSchool())
    await streams.forward(notice(sessionId))
    expect(hearers()).toEqual(['trainer', 'student', 'admin'])
    expect(pages.student.heard).toEqual([{ kind: 'session', sessionId }])
  })

  test('who lost their place with the change hears of it too', async () => {
    const { streams, sessionId, hearers, former } = await openPages(await createSchool())
    await streams.forward(notice(sessionId, { formerUserIds: [former.id] }))
    expect(hearers()).toEqual(['trainer', 'student', 'former', 'admin'])
  })

  test('only leaders of who comes and goes', async () => {
    const { streams, sessionId, hearers } = await openPages(await createSchool())
    await streams.forward(notice(sessionId, { audience: 'moderators' }))
    expect(hearers()).toEqual(['trainer', 'admin'])
  })

  test('rights are asked again for each: who lost their seat hears no more', async () => {
    const school = await createSchool()
    const { streams, sessionId, hearers, noor } = await openPages(school)
    await unseatStudents(await school.asAdmin(), { sessionId, studentIds: [noor.id] })
    await streams.forward(notice(sessionId))
    expect(hearers()).toEqual(['trainer', 'admin'])
  })
})

test('of notices only their readers hear, and not who else does', async () => {
  const { streams, pages, hearers, noor, former } = await openPages(await createSchool())
  await streams.forward(JSON.stringify({ kind: 'notices', readers: [noor.id, former.id] }))
  expect(hearers()).toEqual(['student', 'former'])
  expect(pages.student.heard).toEqual([{ kind: 'notices' }])
})

test('colleagues who assist hear of a session, and nobody who assisted once', async () => {
  const school = await createSchool()
  const { streams, sessionId, pages, hearers } = await openPages(school)
  const once = openPage(await school.person('TRAINER'))
  streams.add(once)
  once.heard = []
  await school.database.roomMember.createMany({
    data: [
      { sessionId, userId: pages.otherTrainer.userId, assistantPermissions: ['mute'] },
      { sessionId, userId: once.userId, assistantPermissions: [] },
      // A student now, and a trainer before.
      { sessionId, userId: pages.otherStudent.userId, assistantPermissions: ['mute'] },
    ],
  })
  await streams.forward(notice(sessionId, { audience: 'moderators' }))
  expect(hearers()).toEqual(['trainer', 'admin', 'otherTrainer'])
  expect(once.heard).toEqual([])
})

describe('a page is closed', () => {
  test('where its sign-in ran out, and told nothing', async () => {
    const school = await createSchool()
    const { streams, sessionId, pages, noor } = await openPages(school)
    const expiresAt = new Date(Date.now() - 1000)
    await school.database.signIn.update({ where: { id: noor.signInId }, data: { expiresAt } })
    await streams.forward(notice(sessionId))
    expect([pages.student.closed, pages.student.heard]).toEqual([true, []])
  })

  test('where its sign-in ended or its user was disabled, and told nothing', async () => {
    const school = await createSchool()
    const { streams, sessionId, pages, noor, trainer } = await openPages(school)
    await school.database.signIn.delete({ where: { id: noor.signInId } })
    await school.database.user.update({ where: { id: trainer.id }, data: { disabledAt: new Date() } })
    await streams.forward(notice(sessionId))
    expect([pages.student.closed, pages.trainer.closed]).toEqual([true, true])
    expect([pages.student.heard, pages.trainer.heard]).toEqual([[], []])
    expect([pages.admin.closed, pages.otherStudent.closed]).toEqual([false, false])
  })

  test('not where the news is of a session that is not here, or no news at all', async () => {
    const { streams, pages, hearers } = await openPages(await createSchool())
    for (const payload of ['', '{}', 'nonsense', notice(toSessionId.parse(crypto.randomUUID()))]) {
      await streams.forward(payload)
    }
    expect(hearers()).toEqual([])
    expect(Object.values(pages).filter((page) => page.closed)).toEqual([])
  })

  test('not where the database does not answer', async () => {
    const { streams, sessionId, pages } = await openPages(await createSchool())
    const away = createStreams({ $queryRaw: () => Promise.reject(new Error('away')) } as never)
    away.add(pages.student)
    await expect(away.forward(notice(sessionId))).rejects.toThrow('away')
    expect(pages.student.closed).toBe(false)
    streams.closeAll()
    expect(Object.values(pages).every((page) => page.closed)).toBe(true)
  })
})

test('a page reads again when its stream begins and when news may have been lost; one that went hears nothing', async () => {
  const school = await createSchool()
  const [here, gone] = [openPage(await school.person('STUDENT')), openPage(await school.person('STUDENT'))]
  const streams = createStreams(school.database)
  streams.add(here)
  const leave = streams.add(gone)
  leave()
  await streams.announceReady()
  expect(here.heard).toEqual([{ kind: 'ready' }, { kind: 'ready' }])
  expect(gone.heard).toEqual([{ kind: 'ready' }])
})

test('a person has 10 streams at most: the next one ends the oldest, and says so', async () => {
  const school = await createSchool()
  const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
  const streams = createStreams(school.database)
  const other = openPage(karim)
  streams.add(other)
  const own = Array.from({ length: 12 }, () => openPage(noor))
  for (const page of own) {
    const leave = streams.add(page)
    const { close } = page
    page.close = () => {
      close()
      leave()
    }
  }
  expect(own.map(({ closed }) => closed)).toEqual([true, true, ...Array.from({ length: 10 }, () => false)])
  expect(own[0]?.heard).toEqual([{ kind: 'ready' }, { kind: 'ended' }])
  expect(other.closed).toBe(false)
})

test('news that comes in a burst is told to each page once, and to nobody else', async () => {
  const school = await createSchool()
  const { streams, sessionId, pages } = await openPages(school)
  const elsewhere = await school.session({
    students: [pages.otherStudent].map(({ userId }) => ({ id: userId }) as Actor),
  })
  const burst = [
    notice(sessionId),
    notice(sessionId),
    notice(elsewhere, { audience: 'moderators' }),
    JSON.stringify({ kind: 'notices', readers: [pages.student.userId] }),
    notice(sessionId, { audience: 'moderators' }),
  ]
  await Promise.all(burst.map((payload) => streams.forward(payload)))
  const timesHeard = (page: keyof typeof pages) =>
    pages[page].heard.filter((news) => news.kind === 'session' && news.sessionId === sessionId).length
  // The first is passed on alone, the others together.
  expect([timesHeard('student'), timesHeard('trainer')]).toEqual([2, 2])
  expect(pages.student.heard).toContainEqual({ kind: 'notices' })
  expect(pages.otherStudent.heard).toEqual([])
  expect(pages.admin.heard).toContainEqual({ kind: 'session', sessionId: elsewhere })
})
