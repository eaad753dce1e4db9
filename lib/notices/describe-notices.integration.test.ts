import { beforeEach, describe, expect, test } from 'vitest'
import { listNotices } from '#lib/inbox/list-notices.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import { classId as toClassId } from '#lib/kernel/ids.ts'
import type { SignedInPerson } from '#scripts/testing/make-school.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import type { NoticeContent } from './facts.ts'
import { writeNotices } from './write-notices.ts'

let school: School
let noor: SignedInPerson
let leila: SignedInPerson
let daniel: SignedInPerson
let about: { classId: ReturnType<typeof toClassId.parse>; sessionId: Awaited<ReturnType<School['session']>> }
let tuesday: Extract<NoticeContent, { kind: 'sessions_planned' }>['facts']['now']

beforeEach(async () => {
  school = await createSchool()
  noor = await school.person('STUDENT', 'Noor')
  leila = await school.person('TRAINER', 'Leïla')
  daniel = await school.person('TRAINER', 'Daniel')
  const classId = toClassId.parse(await school.course())
  await school.database.class.update({ where: { id: classId }, data: { title: 'TypeScript' } })
  const sessionId = await school.session({ classId, trainer: leila, students: [noor] })
  about = { classId, sessionId }
  tuesday = {
    startsAt: '2026-12-08T17:00:00.000Z',
    endsAt: '2026-12-08T18:30:00.000Z',
    trainerId: leila.id,
    locationId: null,
  }
})

/** The notice as the reader sees it in Berlin. */
async function read(content: NoticeContent, reader = noor, now = new Date('2026-12-01T09:00Z')) {
  await writeNotices(school.system(), [{ ...content, userId: reader.id, key: crypto.randomUUID() }])
  const { items } = await listNotices(school.as(reader, now), { limit: 1, zone: 'Europe/Berlin' })
  return items[0]
}

const hourLater = () => ({
  ...tuesday,
  startsAt: '2026-12-08T18:00:00.000Z',
  endsAt: '2026-12-08T19:30:00.000Z',
})

test('one moved session: the old time is struck through', async () => {
  const facts = { ...about, count: 1, was: tuesday, now: hourLater() }
  expect(await read({ kind: 'sessions_changed', facts })).toMatchObject({
    icon: 'moved',
    title: 'Rescheduled: TypeScript, now Tue 8 Dec, 19:00',
    text: 'From Tue 8 Dec, 18:00–19:30 CET to Tue 8 Dec, 19:00–20:30 CET',
    textChange: { was: 'Tue 8 Dec, 18:00–19:30 CET', now: 'Tue 8 Dec, 19:00–20:30 CET' },
    href: `/sessions/${about.sessionId}`,
  })
})

test('one session is named by its title, several by their class', async () => {
  await school.database.classSession.update({
    where: { id: about.sessionId },
    data: { title: 'Intro to TypeScript' },
  })
  const cancelled = (count: number) =>
    read({ kind: 'sessions_cancelled', facts: { ...about, count, was: tuesday, reason: 'Ill.' } })
  expect(await cancelled(1)).toMatchObject({ title: 'Cancelled: Intro to TypeScript, Tue 8 Dec, 18:00' })
  expect(await cancelled(2)).toMatchObject({
    title: 'Cancelled: 2 sessions of TypeScript, from Tue 8 Dec, 18:00',
  })
})

test('a date in another year than the current year shows its year', async () => {
  const facts = { ...about, count: 1, was: tuesday, reason: 'Ill.' }
  const inJanuary = new Date('2027-01-01T09:00Z')
  expect(await read({ kind: 'sessions_cancelled', facts }, noor, inJanuary)).toMatchObject({
    title: 'Cancelled: TypeScript, Tue 8 Dec 2026, 18:00',
    text: 'Tue 8 Dec 2026, 18:00–19:30 CET. Ill.',
  })
})

test('a session during the repeated hour shows both zone names', async () => {
  const night = { ...tuesday, startsAt: '2026-10-25T00:30:00.000Z', endsAt: '2026-10-25T02:00:00.000Z' }
  const facts = { ...about, count: 1, now: night }
  expect(await read({ kind: 'sessions_planned', facts })).toMatchObject({
    title: 'Scheduled: TypeScript, Sun 25 Oct, 02:30 CEST',
    text: 'Sun 25 Oct, 02:30 CEST – 03:00 CET, with Leïla',
  })
})

test('several moved sessions are one notice', async () => {
  const facts = { ...about, count: 11, was: tuesday, now: hourLater() }
  expect(await read({ kind: 'sessions_changed', facts })).toMatchObject({
    title: 'Rescheduled: 11 sessions of TypeScript, now from Tue 8 Dec, 19:00',
    text: 'First session: from Tue 8 Dec, 18:00–19:30 CET to Tue 8 Dec, 19:00–20:30 CET',
    textChange: { was: 'First session: Tue 8 Dec, 18:00–19:30 CET' },
  })
})

describe('another trainer', () => {
  test.each([
    [
      'a student',
      () => noor,
      'Daniel will teach TypeScript, Tue 8 Dec, 18:00',
      'Tue 8 Dec, 18:00–19:30 CET, replacing Leïla',
    ],
    [
      'the new trainer',
      () => daniel,
      'You’ll teach TypeScript, Tue 8 Dec, 18:00',
      'Tue 8 Dec, 18:00–19:30 CET, replacing Leïla',
    ],
    [
      'the former trainer',
      () => leila,
      'Daniel will take over TypeScript, Tue 8 Dec, 18:00',
      'Tue 8 Dec, 18:00–19:30 CET',
    ],
  ])('as read by %s', async (_, reader, title, text) => {
    const now = { ...tuesday, trainerId: daniel.id }
    const facts = { ...about, count: 1, was: tuesday, now }
    expect(await read({ kind: 'sessions_changed', facts }, reader())).toMatchObject({ title, text })
  })

  test('the new trainer of a session that also moved is told first that they teach it', async () => {
    const facts = { ...about, count: 1, was: tuesday, now: { ...hourLater(), trainerId: daniel.id } }
    const told = { kind: 'sessions_changed' as const, facts }
    expect(await read(told, daniel)).toMatchObject({ title: 'You’ll teach TypeScript, Tue 8 Dec, 19:00' })
    expect(await read(told, noor)).toMatchObject({ title: 'Rescheduled: TypeScript, now Tue 8 Dec, 19:00' })
  })
})

test('another location', async () => {
  const { id: locationId } = await school.database.location.create({ data: { name: 'Room 1', capacity: 8 } })
  const facts = { ...about, count: 1, was: tuesday, now: { ...tuesday, locationId } }
  expect(await read({ kind: 'sessions_changed', facts })).toMatchObject({
    title: 'Now in Room 1: TypeScript, Tue 8 Dec, 18:00',
  })
  const left = { ...about, count: 3, was: { ...tuesday, locationId }, now: tuesday }
  expect(await read({ kind: 'sessions_changed', facts: left })).toMatchObject({
    title: 'Location removed: 3 sessions of TypeScript, from Tue 8 Dec, 18:00',
  })
})

test('cancelled, with the reason', async () => {
  const facts = { ...about, count: 1, was: tuesday, reason: 'The trainer is ill.' }
  expect(await read({ kind: 'sessions_cancelled', facts })).toMatchObject({
    icon: 'cancelled',
    title: 'Cancelled: TypeScript, Tue 8 Dec, 18:00',
    text: 'Tue 8 Dec, 18:00–19:30 CET. The trainer is ill.',
    textChange: { was: 'Tue 8 Dec, 18:00–19:30 CET', now: 'The trainer is ill.' },
  })
})

test('planned, enrolled, seat given', async () => {
  const planned = { kind: 'sessions_planned' as const, facts: { ...about, count: 24, now: tuesday } }
  expect(await read(planned)).toMatchObject({
    title: 'Scheduled: 24 sessions of TypeScript, from Tue 8 Dec, 18:00',
    text: 'First session: Tue 8 Dec, 18:00–19:30 CET, with Leïla',
  })
  expect(await read({ kind: 'enrolled', facts: { classId: about.classId } })).toMatchObject({
    title: 'You’re enrolled in TypeScript',
  })
  const { sessionId } = about
  expect(await read({ kind: 'seat_given', facts: { sessionId, seatKind: 'in_person' } })).toMatchObject({
    title: expect.stringMatching(/^You have an in-person seat: TypeScript, \w{3} \d+ \w{3,4}.*, \d\d:\d\d/),
    text: expect.stringContaining('You were next on the waitlist.'),
  })
})

describe('a reminder', () => {
  async function remindOf(status: 'scheduled' | 'cancelled', minutes: number, reader = noor) {
    const startsAt = new Date(Date.now() + minutes * MINUTE_MS)
    const endsAt = new Date(startsAt.getTime() + HOUR_MS)
    const { sessionId } = about
    await school.database.classSession.update({
      where: { id: sessionId },
      data: { status, startsAt, endsAt },
    })
    const facts = { sessionId, startsAt: startsAt.toISOString(), before: 'quarter' as const }
    return read({ kind: 'reminder', facts }, reader, new Date())
  }

  test('links to the class while it can be joined', async () => {
    expect(await remindOf('scheduled', 13)).toMatchObject({
      title: expect.stringMatching(/^Starting soon: TypeScript, \w{3} \d+ \w{3,4}.*, \d\d:\d\d/),
      canJoin: true,
    })
    expect(await remindOf('scheduled', 13, leila)).toMatchObject({ canJoin: true })
  })

  test('does not link to a session that is cancelled, over, hours away or of other people', async () => {
    expect(await remindOf('cancelled', 13)).toMatchObject({ canJoin: false })
    expect(await remindOf('scheduled', -90)).toMatchObject({ canJoin: false })
    expect(await remindOf('scheduled', 20 * 60)).toMatchObject({ canJoin: false })
    expect(await remindOf('scheduled', 13, daniel)).toMatchObject({ canJoin: false })
  })
})
