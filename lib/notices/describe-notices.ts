import 'server-only'
import { createTranslator } from 'next-intl'
import type { Notice as NoticeRow } from '#lib/database/generated/client.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { formatDay, formatTimeRange, formatZonedTime } from '#lib/time/format.ts'
import notices from '#messages/en/notices.json'
import type { NoticeSign } from './api.ts'
import { type NoticeContent, noticeContent } from './facts.ts'
import { type Names, readNames } from './read-names.ts'

/** A notice in words: what happened, what belongs to it, and where it leads. */
export type Described = {
  sign: NoticeSign
  title: string
  text: string
  /** What no longer holds, to be struck through, and what is to be read after it: together they are the text. */
  struck: { was: string; now: string } | null
  href: string | null
}

/** What most notices have nothing of. */
const plain = { struck: null }

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
      return {
        ...plain,
        sign: 'enrolled',
        title: t('enrolled', { title }),
        text: t('enrolledText'),
        href: '/',
      }
    }
    case 'place-given':
    case 'nudged':
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
  const common = { ...plain, sign: 'account' as const, href: null }
  if (kind === 'password-reset') return { ...common, title: t('resetTitle'), text: t('resetText', { until }) }
  const title = facts.classId ? names.classes.get(facts.classId) : undefined
  const text = title ? t('invitedToText', { title, until }) : t('invitedText', { until })
  return { ...common, title: t('invited'), text }
}

type OneSession = Extract<NoticeContent, { kind: 'place-given' | 'reminder' | 'nudged' }>

function describeSession(content: OneSession, zone: string, names: Names): Described {
  const { facts } = content
  const session = names.sessions.get(facts.sessionId)
  const href = `/sessions/${facts.sessionId}`
  const title = session?.title ?? t('class')
  const trainer = session?.trainer ?? t('someone')
  const when = session ? whenOf(session, zone) : ''
  if (content.kind === 'place-given') {
    const words = { title: t('place', { title, place: content.facts.place }), text: t('placeText', { when }) }
    return { ...plain, sign: 'place', ...words, href }
  }
  const common = { ...plain, sign: 'reminder' as const, href }
  if (content.kind === 'nudged')
    return { ...common, title: t('nudged', { trainer, title }), text: t('nudgedText', { when }) }
  if (content.facts.before === 'day') {
    const day = formatDay(content.facts.startsAt, zone)
    return { ...common, title: t('day', { title, day }), text: t('dayText', { when, trainer }) }
  }
  const { startsAt } = content.facts
  const time = formatZonedTime(startsAt, zone)
  return { ...common, title: t('quarter', { title, time }), text: t('quarterText', { when, trainer }) }
}

type Sessions = Extract<
  NoticeContent,
  { kind: 'sessions-planned' | 'sessions-changed' | 'sessions-cancelled' }
>

function describeSessions(content: Sessions, readerId: string, zone: string, names: Names): Described {
  const { classId, sessionId, count } = content.facts
  const title = names.classes.get(classId) ?? t('class')
  const href = `/sessions/${sessionId}`
  switch (content.kind) {
    case 'sessions-planned': {
      const { now } = content.facts
      const values = {
        count,
        when: whenOf(now, zone),
        trainer: names.people.get(now.trainerId) ?? t('someone'),
      }
      return {
        ...plain,
        sign: 'planned',
        title: t('planned', { title, count }),
        text: t('plannedText', values),
        href,
      }
    }
    case 'sessions-cancelled': {
      const { was, reason } = content.facts
      const values = { count, was: whenOf(was, zone), reason }
      return {
        sign: 'cancelled',
        title: t('cancelled', { title, count }),
        text: t('cancelledText', values),
        struck: { was: t('struck', values), now: reason },
        href,
      }
    }
    case 'sessions-changed':
      return describeChange({ ...content.facts, title, href }, readerId, zone, names)
  }
}

type Change = Extract<Sessions, { kind: 'sessions-changed' }>['facts'] & { title: string; href: string }

function describeChange(
  { was, now, count, title, href }: Change,
  readerId: string,
  zone: string,
  names: Names,
): Described {
  const when = whenOf(now, zone)
  const isMoved = was.startsAt !== now.startsAt || was.endsAt !== now.endsAt
  const isReplaced = was.trainerId !== now.trainerId
  // Who gets or loses a session hears that first, wherever it was moved to.
  const isTheirs = isReplaced && (readerId === was.trainerId || readerId === now.trainerId)
  if (isMoved && !isTheirs) {
    const values = { count, was: whenOf(was, zone), now: when }
    return {
      sign: 'moved',
      title: t('moved', { title, count }),
      text: t('movedText', values),
      struck: { was: t('struck', values), now: when },
      href,
    }
  }
  if (isReplaced) {
    const nameOf = (id: string) => names.people.get(id) ?? t('someone')
    const values = { title, trainer: nameOf(now.trainerId), former: nameOf(was.trainerId), count, when }
    const common = { ...plain, sign: 'trainer' as const, href }
    if (readerId === now.trainerId)
      return { ...common, title: t('yours', values), text: t('yoursText', values) }
    return readerId === was.trainerId
      ? { ...common, title: t('givenAway', values), text: t('givenAwayText', values), href: '/' }
      : { ...common, title: t('steppedIn', values), text: t('steppedInText', values) }
  }
  if (was.locationId !== now.locationId) {
    const place = names.locations.get(now.locationId ?? '') ?? t('noPlace')
    const words = { title: t('elsewhere', { title, place }), text: t('elsewhereText', { count, when }) }
    return { ...plain, sign: 'place', ...words, href }
  }
  return {
    ...plain,
    sign: 'planned',
    title: t('back', { title }),
    text: t('backText', { count, when }),
    href,
  }
}

function whenOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }, zone: string): string {
  return t('when', { day: formatDay(startsAt, zone), time: formatTimeRange(startsAt, endsAt, zone) })
}

function momentOf(iso: string, zone: string): string {
  return t('when', { day: formatDay(iso, zone), time: formatZonedTime(iso, zone) })
}
