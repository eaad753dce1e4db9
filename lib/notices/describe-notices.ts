import 'server-only'
import { createTranslator } from 'next-intl'
import type { Notice as NoticeRow } from '#lib/database/generated/client.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { formatDay, formatTime, formatTimeRange, zoneName } from '#lib/time/format.ts'
import notices from '#messages/en/notices.json'
import { type NoticeContent, noticeContent } from './facts.ts'
import { type Names, readNames } from './read-names.ts'

/** A notice in words: what happened, what belongs to it, and where it leads. */
export type Described = { title: string; text: string; href: string | null }

const t = createTranslator({ locale: 'en', messages: { notices }, namespace: 'notices.content' })

/**
 * Notices in words, with the names that things have now, each in its reader's zone.
 * @param zoneOf the IANA zone of a row's reader
 */
export async function describeNotices<Row extends NoticeRow>(
  context: Pick<SystemContext, 'database'>,
  rows: Row[],
  zoneOf: (row: Row) => string,
): Promise<(Described & { row: Row; content: NoticeContent })[]> {
  const contents = rows.map((row) => ({
    row,
    content: noticeContent.parse({ kind: row.kind, facts: row.facts }),
  }))
  const names = await readNames(
    context,
    contents.map(({ content }) => content),
  )
  return contents.map(({ row, content }) => ({
    row,
    content,
    ...describe(content, row.userId, zoneOf(row), names),
  }))
}

function describe(content: NoticeContent, readerId: string, zone: string, names: Names): Described {
  switch (content.kind) {
    case 'invited':
    case 'password-reset':
      return describeAccount(content, zone, names)
    case 'enrolled': {
      const title = names.classes.get(content.facts.classId) ?? t('class')
      return { title: t('enrolled', { title }), text: t('enrolledText'), href: '/' }
    }
    case 'place-given':
    case 'reminder':
      return describeSession(content, zone, names)
    case 'sessions-planned':
    case 'sessions-changed':
    case 'sessions-cancelled':
      return describeSessions(content, readerId, zone, names)
  }
}

type Account = Extract<NoticeContent, { kind: 'invited' | 'password-reset' }>

function describeAccount({ kind, facts }: Account, zone: string, names: Names): Described {
  const expiresAt = names.invitations.get(facts.invitationId)
  const until = expiresAt ? momentOf(expiresAt, zone) : ''
  if (kind === 'password-reset') {
    return { title: t('resetTitle'), text: t('resetText', { until }), href: null }
  }
  const title = facts.classId ? names.classes.get(facts.classId) : undefined
  const text = title ? t('invitedToText', { title, until }) : t('invitedText', { until })
  return { title: t('invited'), text, href: null }
}

type OneSession = Extract<NoticeContent, { kind: 'place-given' | 'reminder' }>

function describeSession({ kind, facts }: OneSession, zone: string, names: Names): Described {
  const session = names.sessions.get(facts.sessionId)
  const href = `/sessions/${facts.sessionId}`
  const title = session?.title ?? t('class')
  const trainer = session?.trainer ?? t('someone')
  const when = session ? whenOf(session, zone) : ''
  if (kind === 'place-given') {
    return { title: t('place', { title, place: facts.place }), text: t('placeText', { when }), href }
  }
  if (facts.before === 'day') {
    const day = formatDay(facts.startsAt, zone)
    return { title: t('day', { title, day }), text: t('dayText', { when, trainer }), href }
  }
  const time = `${formatTime(facts.startsAt, zone)} ${zoneName(facts.startsAt, zone)}`
  return { title: t('quarter', { title, time }), text: t('quarterText', { when, trainer }), href }
}

type Sessions = Extract<
  NoticeContent,
  { kind: 'sessions-planned' | 'sessions-changed' | 'sessions-cancelled' }
>

function describeSessions(content: Sessions, readerId: string, zone: string, names: Names): Described {
  const { classId, sessionId, count } = content.facts
  const title = names.classes.get(classId) ?? t('class')
  const href = `/sessions/${sessionId}`
  const nameOf = (id: string) => names.people.get(id) ?? t('someone')
  switch (content.kind) {
    case 'sessions-planned': {
      const { now } = content.facts
      const values = { count, when: whenOf(now, zone), trainer: nameOf(now.trainerId) }
      return { title: t('planned', { title, count }), text: t('plannedText', values), href }
    }
    case 'sessions-cancelled': {
      const { was, reason } = content.facts
      const values = { count, was: whenOf(was, zone), reason }
      return { title: t('cancelled', { title, count }), text: t('cancelledText', values), href }
    }
    case 'sessions-changed': {
      const { was, now } = content.facts
      const when = whenOf(now, zone)
      if (was.startsAt !== now.startsAt || was.endsAt !== now.endsAt) {
        const values = { count, was: whenOf(was, zone), now: when }
        return { title: t('moved', { title, count }), text: t('movedText', values), href }
      }
      if (was.trainerId !== now.trainerId) {
        const values = { title, trainer: nameOf(now.trainerId) }
        const more = { count, when, former: nameOf(was.trainerId) }
        if (readerId === now.trainerId) {
          return { title: t('yours', values), text: t('yoursText', more), href }
        }
        return readerId === was.trainerId
          ? { title: t('givenAway', values), text: t('givenAwayText', more), href: '/' }
          : { title: t('steppedIn', values), text: t('steppedInText', more), href }
      }
      if (was.locationId !== now.locationId) {
        const place = names.locations.get(now.locationId ?? '') ?? t('noPlace')
        return { title: t('elsewhere', { title, place }), text: t('elsewhereText', { count, when }), href }
      }
      return { title: t('back', { title }), text: t('backText', { count, when }), href }
    }
  }
}

function whenOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }, zone: string): string {
  return t('when', { day: formatDay(startsAt, zone), time: formatTimeRange(startsAt, endsAt, zone) })
}

function momentOf(iso: string, zone: string): string {
  return t('when', { day: formatDay(iso, zone), time: `${formatTime(iso, zone)} ${zoneName(iso, zone)}` })
}
