import 'server-only'
import { createTranslator } from 'next-intl'
import type { SystemContext } from '#lib/context/context.ts'
import type { Notice as NoticeRow } from '#lib/database/generated/client.ts'
import { formatDay, formatTime, formatTimeRange, formatZonedTime } from '#lib/time/format.ts'
import notices from '#messages/en/notices.json'
import type { NoticeIconName } from './api.ts'
import { type NoticeContent, noticeContent } from './facts.ts'
import { type Names, readNames } from './read-names.ts'

/** A notice in words: the event, its details and the link. */
export type DescribedNotice = {
  icon: NoticeIconName
  title: string
  text: string
  /** The old text, to be struck through, and the new text; together they are `text`. */
  textChange: { was: string; now: string } | null
  href: string | null
  /** The instants in the text, ISO. */
  instants: string[]
}

/** The reader's IANA zone, and the time of writing, ISO: dates in other years show their year. */
type ReaderTime = { zone: string; now: string }

/** The text change of most notices. */
const withoutTextChange = { textChange: null }

const t = createTranslator({ locale: 'en', messages: { notices }, namespace: 'notices.content' })

/** Notices in words with current names, each from its reader's perspective. */
export async function describeNotices<Row extends NoticeRow>(
  context: Pick<SystemContext, 'database'>,
  rows: Row[],
  readerTimeOf: (row: Row) => ReaderTime,
): Promise<(DescribedNotice & { row: Row; content: NoticeContent })[]> {
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
    ...describe(content, row.userId, readerTimeOf(row), names),
  }))
}

function describe(
  content: NoticeContent,
  readerId: string,
  reading: ReaderTime,
  names: Names,
): DescribedNotice {
  switch (content.kind) {
    case 'invited':
    case 'password_reset':
      return describeAccount(content, reading, names)
    case 'enrolled': {
      const title = names.classes.get(content.facts.classId) ?? t('class')
      return {
        ...withoutTextChange,
        icon: 'enrolled',
        title: t('enrolled', { title }),
        text: t('enrolledText'),
        href: '/',
        instants: [],
      }
    }
    case 'seat_given':
    case 'trainer_reminder':
    case 'reminder':
      return describeSession(content, reading, names)
    case 'sessions_planned':
    case 'sessions_changed':
    case 'sessions_cancelled':
      return describeSessions(content, readerId, reading, names)
  }
}

type Account = Extract<NoticeContent, { kind: 'invited' | 'password_reset' }>

function describeAccount({ kind, facts }: Account, reading: ReaderTime, names: Names): DescribedNotice {
  const expiresAt = names.invitations.get(facts.invitationId)
  const until = expiresAt ? formatMoment(expiresAt, reading) : ''
  const common = {
    ...withoutTextChange,
    icon: 'account' as const,
    href: null,
    instants: expiresAt ? [expiresAt] : [],
  }
  if (kind === 'password_reset') return { ...common, title: t('resetTitle'), text: t('resetText', { until }) }
  const title = facts.classId ? names.classes.get(facts.classId) : undefined
  const text = title ? t('invitedToText', { title, until }) : t('invitedText', { until })
  return { ...common, title: t('invited'), text }
}

type OneSession = Extract<NoticeContent, { kind: 'seat_given' | 'reminder' | 'trainer_reminder' }>

function describeSession(content: OneSession, reading: ReaderTime, names: Names): DescribedNotice {
  const session = names.sessions.get(content.facts.sessionId)
  const startsAt = 'startsAt' in content.facts ? content.facts.startsAt : session?.startsAt
  const title = session?.title ?? t('class')
  const trainer = session?.trainer ?? t('someone')
  const at = startsAt ? formatStart(startsAt, reading) : ''
  const when = session ? formatSpan(session, reading) : ''
  const common = {
    ...withoutTextChange,
    href: `/sessions/${content.facts.sessionId}`,
    instants: [...(startsAt ? [startsAt] : []), ...(session ? [session.startsAt, session.endsAt] : [])],
  }
  switch (content.kind) {
    case 'seat_given': {
      const { seatKind } = content.facts
      const words = { title: t('seatGiven', { title, seatKind, at }), text: t('seatGivenText', { when }) }
      return { ...common, icon: 'place', ...words }
    }
    case 'trainer_reminder': {
      const words = {
        title: t('trainerReminder', { trainer, title, at }),
        text: t('trainerReminderText', { when }),
      }
      return { ...common, icon: 'reminder', ...words }
    }
    case 'reminder': {
      const { before } = content.facts
      return {
        ...common,
        icon: 'reminder',
        title: t(before, { title, at }),
        text: t(`${before}Text`, { when, trainer }),
      }
    }
  }
}

type Sessions = Extract<
  NoticeContent,
  { kind: 'sessions_planned' | 'sessions_changed' | 'sessions_cancelled' }
>

function describeSessions(
  content: Sessions,
  readerId: string,
  reading: ReaderTime,
  names: Names,
): DescribedNotice {
  const { classId, sessionId, count } = content.facts
  const classTitle = names.classes.get(classId) ?? t('class')
  const title = count === 1 ? (names.sessions.get(sessionId)?.title ?? classTitle) : classTitle
  const href = `/sessions/${sessionId}`
  switch (content.kind) {
    case 'sessions_planned': {
      const { now } = content.facts
      const values = {
        count,
        when: formatSpan(now, reading),
        trainer: names.people.get(now.trainerId) ?? t('someone'),
      }
      return {
        ...withoutTextChange,
        icon: 'planned',
        title: t('planned', { title, count, at: formatStart(now.startsAt, reading) }),
        text: t('plannedText', values),
        href,
        instants: [now.startsAt, now.endsAt],
      }
    }
    case 'sessions_cancelled': {
      const { was, reason } = content.facts
      const values = { count, was: formatSpan(was, reading), reason }
      return {
        icon: 'cancelled',
        title: t('cancelled', { title, count, at: formatStart(was.startsAt, reading) }),
        text: t('cancelledText', values),
        textChange: { was: t('struck', values), now: reason },
        href,
        instants: [was.startsAt, was.endsAt],
      }
    }
    case 'sessions_changed':
      return describeChange({ ...content.facts, title, href }, readerId, reading, names)
  }
}

type Change = Extract<Sessions, { kind: 'sessions_changed' }>['facts'] & { title: string; href: string }

function describeChange(
  { was, now, count, title, href }: Change,
  readerId: string,
  reading: ReaderTime,
  names: Names,
): DescribedNotice {
  const when = formatSpan(now, reading)
  const common = { ...withoutTextChange, href, instants: [now.startsAt, now.endsAt] }
  const subject = { title, count, at: formatStart(now.startsAt, reading) }
  const isMoved = was.startsAt !== now.startsAt || was.endsAt !== now.endsAt
  const isReplaced = was.trainerId !== now.trainerId
  // A gained or lost session is the main news for its trainer, even if the session also moved.
  const concernsReader = isReplaced && (readerId === was.trainerId || readerId === now.trainerId)
  if (isMoved && !concernsReader) {
    const values = { count, was: formatSpan(was, reading), now: when }
    return {
      icon: 'moved',
      title: t('moved', subject),
      text: t('movedText', values),
      textChange: { was: t('struck', values), now: when },
      href,
      instants: [was.startsAt, was.endsAt, now.startsAt, now.endsAt],
    }
  }
  if (isReplaced) {
    const nameOf = (id: string) => names.people.get(id) ?? t('someone')
    const values = { ...subject, trainer: nameOf(now.trainerId), former: nameOf(was.trainerId), when }
    const replaced = { ...common, icon: 'trainer' as const }
    if (readerId === now.trainerId)
      return { ...replaced, title: t('yours', values), text: t('yoursText', values) }
    return readerId === was.trainerId
      ? { ...replaced, title: t('givenAway', values), text: t('givenAwayText', values), href: '/' }
      : { ...replaced, title: t('trainerReplaced', values), text: t('trainerReplacedText', values) }
  }
  if (was.locationId !== now.locationId) {
    const location = names.locations.get(now.locationId ?? '')
    return {
      ...common,
      icon: 'place',
      title: location ? t('locationChanged', { ...subject, place: location }) : t('locationRemoved', subject),
      text: t('locationChangedText', { count, when }),
    }
  }
  return {
    ...common,
    icon: 'planned',
    title: t('restored', subject),
    text: t('restoredText', { count, when }),
  }
}

type Span = { startsAt: string; endsAt: string }

function formatSpan({ startsAt, endsAt }: Span, { zone, now }: ReaderTime): string {
  return t('when', { day: formatDay(startsAt, zone, now), time: formatTimeRange(startsAt, endsAt, zone) })
}

/** `Mon 30 Nov, 18:00`: short enough for a title; the text beside it shows the zone. */
function formatStart(iso: string, { zone, now }: ReaderTime): string {
  return t('when', { day: formatDay(iso, zone, now), time: formatTime(iso, zone) })
}

function formatMoment(iso: string, { zone, now }: ReaderTime): string {
  return t('when', { day: formatDay(iso, zone, now), time: formatZonedTime(iso, zone) })
}
