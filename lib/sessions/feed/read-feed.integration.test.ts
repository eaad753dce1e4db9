import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/context/actor.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { DAY_MS, HOUR_MS } from '#lib/kernel/durations.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'
import { createSession } from '#lib/sessions/planning/create-session.ts'
import { seatStudents } from '#lib/sessions/seats/seat-students.ts'
import { unseatStudents } from '#lib/sessions/seats/unseat-students.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { feedAddressOf } from './feed-key.ts'
import { readFeed } from './read-feed.ts'

const HOURS_PER_DAY = 24

function fileOf(school: School, person: Actor, serial = 0): string {
  const { url } = feedAddressOf(school.system().links, { userId: person.id, serial })
  return url.replace('https://school.test/feeds/', '')
}

function read(school: School, person: Actor, now = new Date()): Promise<string> {
  return readFeed(school.system(now), { file: fileOf(school, person) })
}

/** The feed's events, parsed by another library. */
async function eventsOf(school: School, person: Actor) {
  const parsed = new ICAL.Component(ICAL.parse(await read(school, person)))
  return parsed.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      starts: event.startDate.toJSDate(),
      ends: event.endDate.toJSDate(),
      zone: event.startDate.zone.tzid,
      place: event.location,
      description: event.description,
      status: component.getFirstPropertyValue('status'),
      changed: String(component.getFirstPropertyValue('last-modified')),
    }
  })
}

async function onlyEvent(school: School, person: Actor) {
  const [event, ...others] = await eventsOf(school, person)
  if (!event || others.length > 0) throw new Error('There is not exactly one event')
  return event
}

/** Writes the same columns as a change of the plan. */
async function change(school: School, id: SessionId, data: Prisma.ClassSessionUncheckedUpdateInput) {
  await school.database.classSession.update({
    where: { id },
    data: { ...data, revision: { increment: 1 }, changedAt: new Date(Date.now() + HOUR_MS) },
  })
}

async function refusalOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.catch((error: unknown) => error)
  return error instanceof Refusal ? error.code : 'not refused'
}

describe('the feed shows', () => {
  test('a planned session, to its trainer and its student', async () => {
    const school = await createSchool()
    const [trainer, student, classId] = [
      await school.person('TRAINER', 'Leïla Haddad'),
      await school.person('STUDENT'),
      await school.course(),
    ]
    await school.enrol(classId, [student])
    const startsAt = new Date(Date.now() + DAY_MS)
    const session = await createSession(await school.asAdmin(), {
      classId,
      trainerId: trainer.id,
      sessionType: 'online',
      title: 'Generics',
      startsAt,
      endsAt: new Date(startsAt.getTime() + HOUR_MS),
      allowOverlap: false,
    })
    for (const person of [trainer, student]) {
      const event = await onlyEvent(school, person)
      expect(event).toMatchObject({ uid: `${session.id}@school.test`, sequence: 0, status: 'CONFIRMED' })
      expect(event).toMatchObject({ zone: 'Europe/Berlin', summary: `${session.classTitle}: Generics` })
      expect(event.starts.getTime()).toBe(Math.floor(startsAt.getTime() / 1000) * 1000)
      expect(event.description).toContain('With Leïla Haddad')
      expect(event.description).toContain(`https://school.test/sessions/${session.id}`)
    }
  })

  test('a moved session: the same event with a higher sequence and the new time', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const session = await school.session({ students: [student] })
    const before = await onlyEvent(school, student)
    const [startsAt, endsAt] = [new Date('2030-03-31T16:00:00Z'), new Date('2030-03-31T17:30:00Z')]
    await change(school, session, { startsAt, endsAt })
    const after = await onlyEvent(school, student)
    expect(after).toMatchObject({ uid: before.uid, starts: startsAt, ends: endsAt })
    expect(after.sequence).toBeGreaterThan(before.sequence)
    expect(after.changed > before.changed).toBe(true)
  })

  test('a new title and a new location', async () => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    const session = await school.session({ trainer })
    const before = await onlyEvent(school, trainer)
    const { id: locationId } = await school.database.location.create({
      data: { name: 'Room 1; second floor, left', capacity: 12 },
    })
    await change(school, session, { title: 'Types, "any"; and more', locationId })
    const after = await onlyEvent(school, trainer)
    expect(after.summary).toBe(`${before.summary}: Types, "any"; and more`)
    expect(after.place).toBe('Room 1; second floor, left')
    expect(after.sequence).toBeGreaterThan(before.sequence)
  })

  test('a new trainer: the session leaves one feed and appears in the other', async () => {
    const school = await createSchool()
    const [leila, tomasz] = [await school.person('TRAINER'), await school.person('TRAINER', 'Tomasz Wójcik')]
    const student = await school.person('STUDENT')
    const session = await school.session({ trainer: leila, students: [student] })
    const before = await onlyEvent(school, leila)
    await change(school, session, { trainerId: tomasz.id })
    expect(await eventsOf(school, leila)).toEqual([])
    expect(await onlyEvent(school, tomasz)).toMatchObject({ uid: before.uid, sequence: before.sequence + 1 })
    expect((await onlyEvent(school, student)).description).toContain('With Tomasz Wójcik')
  })

  test('a cancelled session, with its reason', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const session = await school.session({ students: [student] })
    const before = await onlyEvent(school, student)
    await cancelSession(await school.asAdmin(), { sessionId: session, reason: 'The heating is out' })
    const after = await onlyEvent(school, student)
    expect(after).toMatchObject({ uid: before.uid, starts: before.starts, status: 'CANCELLED' })
    expect(after.summary).toBe(`Cancelled: ${before.summary}`)
    expect(after.description).toContain('The heating is out')
  })

  test('a seat that was given, and one that was removed', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const admin = await school.asAdmin()
    const sessionId = await school.session()
    expect(await eventsOf(school, student)).toEqual([])
    await seatStudents(admin, { sessionId, studentIds: [student.id], allowOverlap: false })
    expect(await onlyEvent(school, student)).toMatchObject({ uid: `${sessionId}@school.test` })
    await unseatStudents(admin, { sessionId, studentIds: [student.id] })
    expect(await eventsOf(school, student)).toEqual([])
  })

  test('a seat that was switched from online to in person', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const session = await school.session({ students: [student] })
    const { id: locationId } = await school.database.location.create({
      data: { name: 'Room 1', capacity: 9 },
    })
    await change(school, session, { locationId, inPersonCapacity: 9 })
    expect((await onlyEvent(school, student)).place).toBe(`https://school.test/sessions/${session}`)
    await school.database.seat.updateMany({ where: { sessionId: session }, data: { kind: 'in_person' } })
    expect((await onlyEvent(school, student)).place).toBe('Room 1')
  })

  test('classes in several zones: each event in its own zone, at the stored instant', async () => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    const zones = ['America/Santiago', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/Berlin']
    for (const [index, timeZone] of zones.entries()) {
      const inClass = await school.course()
      await school.database.class.update({ where: { id: inClass }, data: { timeZone } })
      await school.session({ trainer, classId: inClass, startsInHours: index * 200 * HOURS_PER_DAY + 10 })
    }
    const rows = await school.database.classSession.findMany({
      where: { trainerId: trainer.id },
      orderBy: { startsAt: 'asc' },
    })
    const events = await eventsOf(school, trainer)
    expect(events.map(({ zone }) => zone)).toEqual(zones)
    expect(events.map(({ starts, ends }) => [starts, ends])).toEqual(
      rows.map(({ startsAt, endsAt }) => [toSecond(startsAt), toSecond(endsAt)]),
    )
  })
})

function toSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000)
}

describe('a feed contains', () => {
  test('the user’s sessions of the last 90 days and all future ones, never those of others', async () => {
    const school = await createSchool()
    const [student, other] = await school.people('STUDENT', 2)
    if (!student || !other) throw new Error('Nobody')
    await school.session({ students: [student], startsInHours: -91 * HOURS_PER_DAY })
    const past = await school.session({
      students: [student],
      startsInHours: -89 * HOURS_PER_DAY,
      status: 'completed',
    })
    const far = await school.session({ students: [student], startsInHours: 400 * HOURS_PER_DAY })
    await school.session({ students: [other] })
    const uids = (await eventsOf(school, student)).map(({ uid }) => uid)
    expect(uids).toEqual([`${past}@school.test`, `${far}@school.test`])
  })

  test('the location that fits the user’s own seat', async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
    const locationId = await school.location()
    const session = await school.session({ students: [noor], inPersonStudents: [karim], locationId })
    const { name } = await school.database.location.findUniqueOrThrow({ where: { id: locationId } })
    expect((await onlyEvent(school, noor)).place).toBe(`https://school.test/sessions/${session}`)
    expect((await onlyEvent(school, karim)).place).toBe(name)
  })

  test('the school’s sessions of these weeks, for an admin', async () => {
    const school = await createSchool()
    await school.session({ startsInHours: -8 * HOURS_PER_DAY })
    const near = await school.session({ startsInHours: -6 * HOURS_PER_DAY })
    const later = await school.session({ startsInHours: 89 * HOURS_PER_DAY })
    await school.session({ startsInHours: 91 * HOURS_PER_DAY })
    const uids = (await eventsOf(school, await school.person('ADMIN'))).map(({ uid }) => uid)
    expect(uids).toEqual([`${near}@school.test`, `${later}@school.test`])
  })

  test('the same bytes until a session changes', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const session = await school.session({ students: [student] })
    const first = await read(school, student)
    expect(await read(school, student, new Date(Date.now() + HOUR_MS))).toBe(first)
    await change(school, session, { title: 'Generics' })
    expect(await read(school, student)).not.toBe(first)
  })
})

describe('a feed is not found at', () => {
  test('an address with another serial or name, or signed for another purpose', async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
    const { links } = school.system()
    const file = fileOf(school, noor)
    const files = [
      fileOf(school, noor, 1),
      file.replace(noor.id, karim.id),
      file.replace('.ics', ''),
      `${file}.ics`,
      `${links.sign('password', `${noor.id}-0`)}.ics`,
      `${links.sign('feed', noor.id)}.ics`,
      '.ics',
      '',
    ]
    for (const file of files) {
      expect(await refusalOf(readFeed(school.system(), { file })), file).toBe('not_found')
    }
    await expect(readFeed(school.system(), { file })).resolves.toContain('BEGIN:VCALENDAR')
  })

  test.each(['disabledAt', 'erasedAt'])('the address of a user with %s', async (what) => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    await school.database.user.update({ where: { id: student.id }, data: { [what]: new Date() } })
    expect(await refusalOf(read(school, student))).toBe('not_found')
  })
})
