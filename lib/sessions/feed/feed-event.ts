import 'server-only'
import { type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { createTranslator } from 'next-intl'
import type { Prisma } from '#lib/database/generated/client.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import type { Links } from '#lib/kernel/links.ts'
import { isShownTwice, zonedTime } from '#lib/time/zones.ts'
import feed from '#messages/en/feed.json'

/** Columns of a session that its event in a person's feed needs. */
export function feedSelect(userId: UserId) {
  return {
    id: true,
    title: true,
    status: true,
    startsAt: true,
    endsAt: true,
    revision: true,
    changedAt: true,
    createdAt: true,
    cancelReason: true,
    class: { select: { title: true, mode: true, timeZone: true } },
    trainer: { select: { name: true } },
    location: { select: { name: true } },
    seats: { where: { studentId: userId }, select: { kind: true } },
  } satisfies Prisma.ClassSessionSelect
}

export type FeedRow = Prisma.ClassSessionGetPayload<{ select: ReturnType<typeof feedSelect> }>

const t = createTranslator({ locale: 'en', messages: { feed }, namespace: 'feed.calendar' })

/** A session as a calendar event. Deterministic: the same row always gives the same event. */
export function feedEvent(row: FeedRow, links: Links): ICalEventData {
  const cancelled = row.status === 'cancelled'
  const address = links.address(`/sessions/${row.id}`)
  const [start, end] = timesOf(row)
  return {
    id: `${row.id}@${new URL(address).hostname}`,
    sequence: row.revision,
    stamp: row.changedAt,
    created: row.createdAt,
    lastModified: row.changedAt,
    // A Date would be written in the server's own time zone.
    start,
    end,
    timezone: start.timeZoneId,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    summary: cancelled ? t('cancelled', { title: titleOf(row) }) : titleOf(row),
    location: locationOf(row) ?? address,
    description: descriptionOf(row, address),
    url: address,
  }
}

function titleOf({ title, class: { title: classTitle } }: FeedRow): string {
  return title ? t('session', { classTitle, title }) : classTitle
}

/** The location for people who attend in person, teach or plan; null for online participants. */
function locationOf({ location, class: { mode }, seats: [seat] }: FeedRow): string | null {
  const online = mode === 'ONLINE' || seat?.kind === 'online'
  return online ? null : (location?.name ?? null)
}

function descriptionOf({ trainer, cancelReason }: FeedRow, address: string): string {
  return [
    ...(cancelReason ? [t('reason', { reason: cancelReason })] : []),
    t('trainer', { trainer: trainer.name }),
    t('join', { address }),
  ].join('\n')
}

/**
 * Start and end in the class's zone, or in UTC where a wall time occurs twice: calendars cannot express which one is
 * meant.
 */
function timesOf({ startsAt, endsAt, class: { timeZone } }: FeedRow) {
  const [start, end] = [zonedTime(startsAt, timeZone), zonedTime(endsAt, timeZone)]
  const ambiguous = isShownTwice(start) || isShownTwice(end)
  return ambiguous
    ? ([zonedTime(startsAt, 'UTC'), zonedTime(endsAt, 'UTC')] as const)
    : ([start, end] as const)
}
