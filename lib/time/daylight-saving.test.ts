import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { resolveWallTime } from './zones.ts'

/** Wall time, and its instants: one, two, or (`-` first) before, after and the first instant after the jump. */
const table = [
  // One hour, northern hemisphere; each edge to the minute.
  ['Europe/Berlin', '2027-03-28T01:59', '2027-03-28T00:59Z'],
  ['Europe/Berlin', '2027-03-28T02:00', '-', '2027-03-28T00:00Z', '2027-03-28T01:00Z', '2027-03-28T01:00Z'],
  ['Europe/Berlin', '2027-03-28T02:59', '-', '2027-03-28T00:59Z', '2027-03-28T01:59Z', '2027-03-28T01:00Z'],
  ['Europe/Berlin', '2027-03-28T03:00', '2027-03-28T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:59', '2026-10-24T23:59Z'],
  ['Europe/Berlin', '2026-10-25T02:00', '2026-10-25T00:00Z', '2026-10-25T01:00Z'],
  ['Europe/Berlin', '2026-10-25T02:59', '2026-10-25T00:59Z', '2026-10-25T01:59Z'],
  ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00Z'],
  // West of Greenwich; changes on other Sundays than Europe.
  ['America/New_York', '2027-03-14T01:59', '2027-03-14T06:59Z'],
  [
    'America/New_York',
    '2027-03-14T02:30',
    '-',
    '2027-03-14T06:30Z',
    '2027-03-14T07:30Z',
    '2027-03-14T07:00Z',
  ],
  ['America/New_York', '2027-03-28T02:30', '2027-03-28T06:30Z'],
  ['America/New_York', '2026-11-01T01:00', '2026-11-01T05:00Z', '2026-11-01T06:00Z'],
  ['America/New_York', '2026-11-01T01:59', '2026-11-01T05:59Z', '2026-11-01T06:59Z'],
  ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00Z'],
  // Half an hour.
  ['Australia/Lord_Howe', '2026-10-04T01:59', '2026-10-03T15:29Z'],
  [
    'Australia/Lord_Howe',
    '2026-10-04T02:00',
    '-',
    '2026-10-03T15:00Z',
    '2026-10-03T15:30Z',
    '2026-10-03T15:30Z',
  ],
  [
    'Australia/Lord_Howe',
    '2026-10-04T02:29',
    '-',
    '2026-10-03T15:29Z',
    '2026-10-03T15:59Z',
    '2026-10-03T15:30Z',
  ],
  ['Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30Z'],
  ['Australia/Lord_Howe', '2027-04-04T01:29', '2027-04-03T14:29Z'],
  ['Australia/Lord_Howe', '2027-04-04T01:30', '2027-04-03T14:30Z', '2027-04-03T15:00Z'],
  ['Australia/Lord_Howe', '2027-04-04T01:59', '2027-04-03T14:59Z', '2027-04-03T15:29Z'],
  ['Australia/Lord_Howe', '2027-04-04T02:00', '2027-04-03T15:30Z'],
  // Southern hemisphere: forward in the second half of the year.
  [
    'Australia/Sydney',
    '2026-10-04T02:30',
    '-',
    '2026-10-03T15:30Z',
    '2026-10-03T16:30Z',
    '2026-10-03T16:00Z',
  ],
  ['Australia/Sydney', '2027-04-04T02:30', '2027-04-03T15:30Z', '2027-04-03T16:30Z'],
  // Southern hemisphere, at midnight: a day that begins late, and an evening that repeats.
  [
    'America/Santiago',
    '2026-09-06T00:00',
    '-',
    '2026-09-06T03:00Z',
    '2026-09-06T04:00Z',
    '2026-09-06T04:00Z',
  ],
  ['America/Santiago', '2026-09-06T01:00', '2026-09-06T04:00Z'],
  ['America/Santiago', '2027-04-03T23:00', '2027-04-04T02:00Z', '2027-04-04T03:00Z'],
  ['America/Santiago', '2027-04-04T00:00', '2027-04-04T04:00Z'],
  ['Africa/Cairo', '2027-04-29T23:59', '2027-04-29T21:59Z'],
  ['Africa/Cairo', '2027-04-30T00:00', '-', '2027-04-29T21:00Z', '2027-04-29T22:00Z', '2027-04-29T22:00Z'],
  ['Africa/Cairo', '2027-04-30T01:00', '2027-04-29T22:00Z'],
  ['Africa/Cairo', '2027-10-28T22:59', '2027-10-28T19:59Z'],
  ['Africa/Cairo', '2027-10-28T23:00', '2027-10-28T20:00Z', '2027-10-28T21:00Z'],
  ['Africa/Cairo', '2027-10-28T23:59', '2027-10-28T20:59Z', '2027-10-28T21:59Z'],
  ['Africa/Cairo', '2027-10-29T00:00', '2027-10-28T22:00Z'],
  // Two hours at once, and a skipped day.
  [
    'Antarctica/Troll',
    '2027-03-28T01:30',
    '-',
    '2027-03-27T23:30Z',
    '2027-03-28T01:30Z',
    '2027-03-28T01:00Z',
  ],
  ['Pacific/Apia', '2011-12-30T12:00', '-', '2011-12-29T22:00Z', '2011-12-30T22:00Z', '2011-12-30T10:00Z'],
  // No daylight saving time.
  ['Asia/Kolkata', '2027-03-28T02:30', '2027-03-27T21:00Z'],
  ['Asia/Kolkata', '2026-10-25T02:30', '2026-10-24T21:00Z'],
] as const

const cases = table.map(([zone, wall, ...instants]) => {
  const [date = '', time = ''] = wall.split('T')
  return { zone, wall: { date, time }, expected: meaningOf(instants) }
})

function meaningOf(instants: readonly string[]) {
  const [first, second, third, fourth] = instants.map((instant) => instant.replace('Z', ':00.000Z'))
  if (first === '-') return { kind: 'skipped', before: second, after: third, resumes: fourth }
  return second ? { kind: 'twice', earlier: first, later: second } : { kind: 'once', at: first }
}

test.each(cases)('$zone $wall is $expected.kind', ({ zone, wall, expected }) => {
  expect(resolveWallTime(wall, zone)).toEqual(expected)
})

/** Resolves the cases in a process whose system zone is `serverZone`. */
const resolveElsewhere = `
  import { resolveWallTime } from '#lib/time/zones.ts'
  const cases = JSON.parse(process.env.CASES)
  const resolved = cases.map(({ wall, zone }) => resolveWallTime(wall, zone))
  console.info(JSON.stringify({ clock: new Date(0).toLocaleString('en'), resolved }))
`

test.each(['UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati', 'Europe/Berlin'])(
  'a server in %s has the same results',
  (serverZone) => {
    const answer = execFileSync(
      process.execPath,
      ['--conditions=react-server', '--input-type=module', '--eval', resolveElsewhere],
      {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', TZ: serverZone, CASES: JSON.stringify(cases) },
      },
    )
    const { clock, resolved } = JSON.parse(answer)
    expect(clock).toBe(new Date(0).toLocaleString('en', { timeZone: serverZone }))
    expect(resolved).toEqual(cases.map(({ expected }) => expected))
  },
)

test.each([
  [{ date: 'soon', time: '18:00' }, 'Europe/Berlin'],
  [{ date: '2027-02-30', time: '18:00' }, 'Europe/Berlin'],
  [{ date: '2027-02-28', time: '25:00' }, 'Europe/Berlin'],
  [{ date: '2027-02-28', time: '18:00' }, 'Mars/Olympus'],
])('%o in %s is not a valid time', (wall, zone) => {
  expect(() => resolveWallTime(wall, zone)).toThrow(RangeError)
})
