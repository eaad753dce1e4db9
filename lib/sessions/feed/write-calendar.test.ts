import ICAL from 'ical.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { createLinks } from '#lib/kernel/links.ts'
import { zonedTime } from '#lib/time/zones.ts'
import type { FeedRow } from './feed-event.ts'
import { writeCalendar } from './write-calendar.ts'

const links = createLinks({ authSecret: 'a secret', publicUrl: new URL('https://school.test:8443') })

const row: FeedRow = {
  id: '0190b5a4-0000-7000-8000-000000000001',
  title: null,
  status: 'scheduled',
  startsAt: new Date('2026-11-30T17:00:00Z'),
  endsAt: new Date('2026-11-30T18:30:00Z'),
  revision: 3,
  changedAt: new Date('2026-11-25T08:00:00.123Z'),
  createdAt: new Date('2026-11-01T08:00:00.456Z'),
  cancelReason: null,
  class: { title: 'Intro to TypeScript', mode: 'HYBRID', timeZone: 'Europe/Berlin' },
  trainer: { name: 'Leïla Haddad' },
  location: { name: 'Room 1' },
  seats: [],
}

/** A one-hour session in the zone. */
function hourAt(startsAt: Date, timeZone: string): FeedRow {
  const endsAt = new Date(startsAt.getTime() + HOUR_MS)
  return { ...row, startsAt, endsAt, class: { ...row.class, timeZone } }
}

function eventsOf(calendar: string) {
  const parsed = new ICAL.Component(ICAL.parse(calendar))
  return parsed.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

function eventOf(changed: Partial<FeedRow> = {}) {
  const [event] = eventsOf(writeCalendar([{ ...row, ...changed }], links))
  if (!event) throw new Error('No event')
  return event
}

describe('an event', () => {
  test('has all properties', () => {
    const properties = eventOf().component.getAllProperties()
    expect(properties.map((property) => [property.name, String(property.getFirstValue())])).toEqual([
      ['uid', `${row.id}@school.test`],
      ['sequence', '3'],
      ['dtstamp', '2026-11-25T08:00:00Z'],
      ['dtstart', '2026-11-30T18:00:00'],
      ['dtend', '2026-11-30T19:30:00'],
      ['summary', 'Intro to TypeScript'],
      ['transp', 'OPAQUE'],
      ['location', 'Room 1'],
      ['description', `With Leïla Haddad\nJoin: https://school.test:8443/sessions/${row.id}`],
      ['url', `https://school.test:8443/sessions/${row.id}`],
      ['status', 'CONFIRMED'],
      ['created', '2026-11-01T08:00:00Z'],
      ['last-modified', '2026-11-25T08:00:00Z'],
    ])
  })

  test('of a cancelled session stays, gives the reason and blocks no time', () => {
    const event = eventOf({ status: 'cancelled', cancelReason: 'Trainer is ill, sorry; see you' })
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(event.summary).toBe('Cancelled: Intro to TypeScript')
    expect(event.description).toMatch(/^Cancelled: Trainer is ill, sorry; see you\n/)
  })

  test.each([
    'two\nlines',
    'two\rlines',
    'two\r\nlines',
    'a;b,c:"d"\\n',
    'tab\tand line\u2028separator',
    `${'long '.repeat(60)}👩‍🏫`,
  ])('contains %j as written', (text) => {
    const said = text.replace(/\r\n?/g, '\n')
    const event = eventOf({ title: text, cancelReason: text, status: 'cancelled', location: { name: text } })
    expect(event.summary).toBe(`Cancelled: Intro to TypeScript: ${said}`)
    expect(event.description).toMatch(`Cancelled: ${said}\nWith Leïla Haddad\n`)
    expect(event.location).toBe(said)
  })

  test('shows its own title after that of the class', () => {
    expect(eventOf({ title: 'Generics' }).summary).toBe('Intro to TypeScript: Generics')
  })

  test.each([
    ['HYBRID', 'Room 1', [], 'Room 1'],
    ['HYBRID', 'Room 1', [{ kind: 'in_person' }], 'Room 1'],
    ['HYBRID', 'Room 1', [{ kind: 'online' }], null],
    ['OFFLINE', 'Room 1', [{ kind: 'in_person' }], 'Room 1'],
    ['OFFLINE', null, [{ kind: 'in_person' }], null],
    ['ONLINE', 'Room 1', [], null],
  ] as const)('of a %s class in %s, with the seats %j, has the location %s', (mode, room, seats, place) => {
    const event = eventOf({
      class: { ...row.class, mode },
      location: room && { name: room },
      seats: [...seats],
    })
    expect(event.location).toBe(place ?? `https://school.test:8443/sessions/${row.id}`)
  })
})

describe('texts', () => {
  const texts = [
    'Commas, semicolons; colons: "quotes" and \\ backslashes\\n',
    'Two\nlines\r\nand a third',
    'BEGIN:VEVENT\r\nEND:VCALENDAR',
    'Ü'.repeat(120),
    '日本語の授業'.repeat(20),
    '🐪🏜️👩🏽‍🏫'.repeat(25),
    `x${'🐪'.repeat(40)}`,
  ]

  test.each(texts)('%j is read back unchanged', (text) => {
    const event = eventOf({ title: text, trainer: { name: text }, location: { name: text } })
    const asRead = text.replaceAll('\r\n', '\n')
    expect(event.summary).toBe(`Intro to TypeScript: ${asRead}`)
    expect(event.location).toBe(asRead)
    expect(event.description).toContain(`With ${asRead}\n`)
  })

  test('lines have 75 octets at most and end in CRLF, and no character is cut', () => {
    const calendar = writeCalendar(
      texts.map((title) => ({ ...row, title })),
      links,
    )
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of calendar.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line.isWellFormed()).toBe(true)
    }
  })
})

test('a feed without sessions is a valid calendar', () => {
  const parsed = new ICAL.Component(ICAL.parse(writeCalendar([], links)))
  expect(parsed.getFirstPropertyValue('version')).toBe('2.0')
  expect(parsed.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(parsed.getFirstPropertyValue('x-wr-calname')).toBe('Koding Caravan')
  expect(String(parsed.getFirstPropertyValue('refresh-interval'))).toBe('PT15M')
  expect(parsed.getFirstPropertyValue('x-published-ttl')).toBe('PT15M')
})

describe('times', () => {
  afterEach(() => vi.unstubAllEnvs())

  // Includes zones that follow no yearly rule, or whose clocks last changed when offsets had seconds.
  const zones = [...Intl.supportedValuesOf('timeZone'), 'Asia/Calcutta', 'Etc/UTC']

  test.each(zones)(
    'in %s are read back from the file as the same instants around each clock change',
    (zone) => {
      const rows = instantsAroundChanges(zone).map((at) => hourAt(at, zone))
      const read = eventsOf(writeCalendar(rows, links))
      expect(read.map((event) => event.startDate.toJSDate())).toEqual(rows.map(({ startsAt }) => startsAt))
      expect(read.map((event) => event.endDate.toJSDate())).toEqual(rows.map(({ endsAt }) => endsAt))
    },
  )

  test('are written in the zone, with its definition, and in UTC where a wall time occurs twice', () => {
    const rows = ['2026-10-24T18:00:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((start) =>
      hourAt(new Date(start), 'Europe/Berlin'),
    )
    const calendar = writeCalendar(rows, links)
    expect(eventsOf(calendar).map(({ startDate }) => startDate.zone.tzid)).toEqual([
      'Europe/Berlin',
      'UTC',
      'UTC',
    ])
    expect(calendar.match(/TZID:\S*/g)).toEqual(['TZID:Europe/Berlin'])
  })

  test.each(['UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati'])(
    'are written identically by a server in %s',
    (serverZone) => {
      const rows = ['Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago'].flatMap((zone) =>
        instantsAroundChanges(zone).map((at) => hourAt(at, zone)),
      )
      const written = writeCalendar(rows, links)
      vi.stubEnv('TZ', serverZone)
      expect(new Date(0).toLocaleString('en')).toBe(
        new Date(0).toLocaleString('en', { timeZone: serverZone }),
      )
      expect(writeCalendar(rows, links)).toBe(written)
    },
  )
})

/** Instants in six years from 2026: every half hour from two hours before to two hours after each clock change. */
function instantsAroundChanges(zone: string): Date[] {
  const instants = [new Date('2026-01-15T12:00:00Z'), new Date('2031-12-15T12:00:00Z')]
  let change = zonedTime(new Date('2026-01-01T00:00:00Z'), zone).getTimeZoneTransition('next')
  while (change && change.year < 2032) {
    for (let half = -4; half <= 4; half += 1) {
      instants.push(new Date(change.epochMilliseconds + (half * HOUR_MS) / 2))
    }
    change = change.getTimeZoneTransition('next')
  }
  return instants
}
