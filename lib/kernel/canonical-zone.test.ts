import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { zoneList } from '#lib/time/zone-list.ts'
import { canonicalZone } from './canonical-zone.ts'

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  // Another case.
  ['europe/berlin', 'Europe/Berlin'],
  ['AMERICA/ARGENTINA/BUENOS_AIRES', 'America/Argentina/Buenos_Aires'],
  ['america/port-au-prince', 'America/Port-au-Prince'],
  ['asia/ho_chi_minh', 'Asia/Ho_Chi_Minh'],
  ['etc/gmt+5', 'Etc/GMT+5'],
  // Links.
  ['US/Pacific', 'America/Los_Angeles'],
  ['us/east-indiana', 'America/Indiana/Indianapolis'],
  ['GB', 'Europe/London'],
  ['Japan', 'Asia/Tokyo'],
  ['Asia/Ulan_Bator', 'Asia/Ulaanbaatar'],
  ['Asia/Tel_Aviv', 'Asia/Jerusalem'],
  ['EST5EDT', 'America/New_York'],
  // All names of UTC.
  ['UTC', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['Etc/UCT', 'UTC'],
  ['GMT', 'UTC'],
  ['Etc/GMT', 'UTC'],
  ['Zulu', 'UTC'],
  // Current names are not replaced by former names, but the other way round.
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Europe/Kyiv', 'Europe/Kyiv'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Europe/Uzhgorod', 'Europe/Kyiv'],
  ['America/Nuuk', 'America/Nuuk'],
  ['Pacific/Yap', 'Pacific/Chuuk'],
  // Each country keeps its own zone, even if its clocks equal those of another.
  ['Europe/Oslo', 'Europe/Oslo'],
  ['Europe/Amsterdam', 'Europe/Amsterdam'],
  ['Atlantic/Reykjavik', 'Atlantic/Reykjavik'],
])('%s is %s', (name, zone) => {
  expect(canonicalZone(name)).toBe(zone)
})

test.each(['', 'Berlin', '+01:00', 'Europe/Nowhere', ' Europe/Berlin', 'Factory'])(
  '%j is not a time zone',
  (name) => {
    expect(canonicalZone(name)).toBeNull()
  },
)

test('each zone on the list is canonical and has the same clocks as the zone that Node lists', () => {
  const zones = zoneList(null)
  expect(zones.map(canonicalZone)).toEqual(zones)
  const now = Temporal.Instant.from('2026-11-30T12:00Z')
  for (const listed of Intl.supportedValuesOf('timeZone')) {
    const there = now.toZonedDateTimeISO(listed)
    const canonical = there.withTimeZone(canonicalZone(listed) ?? '')
    expect(canonical.offset).toBe(there.offset)
    expect(canonical.withTimeZone(listed).equals(there)).toBe(true)
  }
})
