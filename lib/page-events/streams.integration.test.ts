import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/context/actor.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { unseatStudents } from '#lib/sessions/seats/unseat-students.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import type { EventEnvelope } from './event-envelope.ts'
import type { PageEvent } from './page-event.ts'
import { createStreams } from './streams.ts'

/** An open page of a signed-in user. */
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
  return JSON.stringify({ kind: 'session', sessionId, audience: 'everybody', formerUserIds: [], ...parts })
}

/** A session with an open page for each kind of user, including unrelated users. */
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

describe('events of a session reach', () => {
  test('its participants and admins, but not unrelated users', async () => {
    const { streams, sessionId, pages, hearers } = await openPages(await createSchool())
    await streams.forward(notice(sessionId))
    expect(hearers()).toEqual(['trainer', 'student', 'admin'])
    expect(pages.student.heard).toEqual([{ kind: 'session', sessionId }])
  })

  test('users who lost their seat with the change', async () => {
    const { streams, sessionId, hearers, former } = await openPages(await createSchool())
    await streams.forward(notice(sessionId, { formerUserIds: [former.id] }))
    expect(hearers()).toEqual(['trainer', 'student', 'former', 'admin'])
  })

  test('only moderators for joins and leaves', async () => {
    const { streams, sessionId, hearers } = await openPages(await createSchool())
    await streams.forward(notice(sessionId, { audience: 'moderators' }))
    expect(hearers()).toEqual(['trainer', 'admin'])
  })

  test('only users who still have the right at that moment', async () => {
    const school = await createSchool()
    const { streams, sessionId, hearers, noor } = await openPages(school)
    await unseatStudents(await school.asAdmin(), { sessionId, studentIds: [noor.id] })
    await streams.forward(notice(sessionId))
    expect(hearers()).toEqual(['trainer', 'admin'])
  })
})

test('notice events reach only their readers and do not reveal other readers', async () => {
  const { streams, pages, hearers, noor, former } = await openPages(await createSchool())
  await streams.forward(JSON.stringify({ kind: 'notices', userIds: [noor.id, former.id] }))
  expect(hearers()).toEqual(['student', 'former'])
  expect(pages.student.heard).toEqual([{ kind: 'notices' }])
})

test('events of a session reach current assistants and not former ones', async () => {
  const school = await createSchool()
  const { streams, sessionId, pages, hearers } = await openPages(school)
  const once = openPage(await school.person('TRAINER'))
  streams.add(once)
  once.heard = []
  await school.database.roomMember.createMany({
    data: [
      { sessionId, userId: pages.otherTrainer.userId, assistantPermissions: ['mute'] },
      { sessionId, userId: once.userId, assistantPermissions: [] },
      // A student now, formerly a trainer.
      { sessionId, userId: pages.otherStudent.userId, assistantPermissions: ['mute'] },
    ],
  })
  await streams.forward(notice(sessionId, { audience: 'moderators' }))
  expect(hearers()).toEqual(['trainer', 'admin', 'otherTrainer'])
  expect(once.heard).toEqual([])
})

describe('a page is closed', () => {
  test('without events when its sign-in has expired', async () => {
    const school = await createSchool()
    const { streams, sessionId, pages, noor } = await openPages(school)
    const expiresAt = new Date(Date.now() - 1000)
    await school.database.signIn.update({ where: { id: noor.signInId }, data: { expiresAt } })
    await streams.forward(notice(sessionId))
    expect([pages.student.closed, pages.student.heard]).toEqual([true, []])
  })

  test('without events when its sign-in has ended or its user is disabled', async () => {
    const school = await createSchool()
    const { streams, sessionId, pages, noor, trainer } = await openPages(school)
    await school.database.signIn.delete({ where: { id: noor.signInId } })
    await school.database.user.update({ where: { id: trainer.id }, data: { disabledAt: new Date() } })
    await streams.forward(notice(sessionId))
    expect([pages.student.closed, pages.trainer.closed]).toEqual([true, true])
    expect([pages.student.heard, pages.trainer.heard]).toEqual([[], []])
    expect([pages.admin.closed, pages.otherStudent.closed]).toEqual([false, false])
  })

  test('but not by an event of an unknown session or a malformed event', async () => {
    const { streams, pages, hearers } = await openPages(await createSchool())
    for (const payload of ['', '{}', 'nonsense', notice(toSessionId.parse(crypto.randomUUID()))]) {
      await streams.forward(payload)
    }
    expect(hearers()).toEqual([])
    expect(Object.values(pages).filter((page) => page.closed)).toEqual([])
  })

  test('but not while the database is unavailable', async () => {
    const { streams, sessionId, pages } = await openPages(await createSchool())
    const away = createStreams({ $queryRaw: () => Promise.reject(new Error('away')) } as never)
    away.add(pages.student)
    await expect(away.forward(notice(sessionId))).rejects.toThrow('away')
    expect(pages.student.closed).toBe(false)
    streams.closeAll()
    expect(Object.values(pages).every((page) => page.closed)).toBe(true)
  })
})

test('a page reloads when its stream opens and when events may have been lost; a closed page receives nothing', async () => {
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

test('a user has at most 10 streams: the next one ends the oldest with an event', async () => {
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

test('a burst of events reaches each page of the audience once, and no other page', async () => {
  const school = await createSchool()
  const { streams, sessionId, pages } = await openPages(school)
  const elsewhere = await school.session({
    students: [pages.otherStudent].map(({ userId }) => ({ id: userId }) as Actor),
  })
  const burst = [
    notice(sessionId),
    notice(sessionId),
    notice(elsewhere, { audience: 'moderators' }),
    JSON.stringify({ kind: 'notices', userIds: [pages.student.userId] }),
    notice(sessionId, { audience: 'moderators' }),
  ]
  await Promise.all(burst.map((payload) => streams.forward(payload)))
  const timesHeard = (page: keyof typeof pages) =>
    pages[page].heard.filter((news) => news.kind === 'session' && news.sessionId === sessionId).length
  // The first event is sent alone, the others together.
  expect([timesHeard('student'), timesHeard('trainer')]).toEqual([2, 2])
  expect(pages.student.heard).toContainEqual({ kind: 'notices' })
  expect(pages.otherStudent.heard).toEqual([])
  expect(pages.admin.heard).toContainEqual({ kind: 'session', sessionId: elsewhere })
})
