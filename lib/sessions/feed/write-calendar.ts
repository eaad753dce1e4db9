import 'server-only'
import createCalendar, { ICalCalendarMethod } from 'ical-generator'
import { createTranslator } from 'next-intl'
import { MINUTE_S } from '#lib/kernel/durations.ts'
import type { Links } from '#lib/kernel/links.ts'
import feed from '#messages/en/feed.json'
import { type FeedRow, feedEvent } from './feed-event.ts'
import { zoneBlock } from './zone-block.ts'

const t = createTranslator({ locale: 'en', messages: { feed }, namespace: 'feed.calendar' })
const READ_AGAIN_AFTER_S = 15 * MINUTE_S

/** The sessions as an iCalendar file (RFC 5545), with the definition of each zone that it names. */
export function writeCalendar(rows: FeedRow[], links: Links): string {
  const calendar = createCalendar({
    name: t('name'),
    prodId: { company: 'Koding Caravan', product: 'Classes', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: READ_AGAIN_AFTER_S,
    timezone: { name: null, generator: (zone) => zoneBlock(zone, ...spanOf(rows)) },
    events: rows.map((row) => feedEvent(row, links)),
  })
  return `${calendar}\r\n`
}

function spanOf(rows: FeedRow[]): [from: Date, to: Date] {
  const times = rows.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()])
  return [new Date(Math.min(...times)), new Date(Math.max(...times))]
}
