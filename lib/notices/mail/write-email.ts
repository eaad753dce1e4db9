import { createTranslator } from 'next-intl'
import type { Links } from '#lib/kernel/links.ts'
import type { Email } from '#lib/mail/mail.ts'
import type { DescribedNotice } from '#lib/notices/describe-notices.ts'
import type { NoticeContent } from '#lib/notices/facts.ts'
import { topicOf } from '#lib/notices/topics.ts'
import { zoneName } from '#lib/time/format.ts'
import notices from '#messages/en/notices.json'
import { mailPreferencesKey } from './mail-preferences-key.ts'
import { passwordLink } from './password-link.ts'

type Reader = { id: string; name: string; email: string }
type DescribedForEmail = { row: { id: string; createdAt: Date }; content: NoticeContent } & DescribedNotice

const t = createTranslator({ locale: 'en', messages: { notices }, namespace: 'notices.mail' })
const topics = createTranslator({ locale: 'en', messages: { notices }, namespace: 'notices.topics' })

/** The e-mail of a notice, with text and HTML part, in the reader's zone. */
export function writeEmail(telling: DescribedForEmail, reader: Reader, zone: string, links: Links): Email {
  const { row, content, title, text } = telling
  const hello = t('hello', { name: reader.name })
  const callToAction = callToActionOf(telling, links)
  const zoneLine = t('zone', { zone: zoneLabel(telling, zone) })
  const topic = topicOf(content)
  const preference =
    topic === 'account' ? null : { topic: topics(topic), key: mailPreferencesKey(links, reader.id, topic) }
  const preferencePage = preference && links.address(`/mail-preferences/${preference.key}`)
  const lines = [hello, title, text, `${callToAction.label}: ${callToAction.href}`, zoneLine]
  return {
    id: row.id,
    to: { name: reader.name, address: reader.email },
    subject: title,
    text: [
      ...lines,
      ...(preference && preferencePage
        ? [t('unsubscribe', { topic: preference.topic, link: preferencePage })]
        : []),
    ].join('\n\n'),
    thread: threadOf(content, links),
    html: page([
      paragraph(hello),
      `<h1 style="font-size:20px;line-height:26px;margin:16px 0 8px">${escaped(title)}</h1>`,
      paragraph(text),
      `<p style="margin:24px 0"><a href="${escaped(callToAction.href)}" style="background:#ab4a23;color:#fefcf9;padding:12px 20px;border-radius:10px;text-decoration:none;font-weight:600">${escaped(callToAction.label)}</a></p>`,
      small(escaped(zoneLine)),
      preference && preferencePage
        ? small(
            `<a href="${escaped(preferencePage)}" style="color:inherit">${escaped(t('unsubscribeLink', { topic: preference.topic }))}</a>`,
          )
        : '',
    ]),
    unsubscribe: preference ? links.address(`/api/v1/mail-preferences/${preference.key}`) : undefined,
  }
}

/**
 * `Europe/Berlin, CET`: the zone's name at the time of the events in the e-mail. The id alone if clocks change in
 * between: each time then has its own zone name.
 */
function zoneLabel({ row, instants }: DescribedForEmail, zone: string): string {
  const shownInstants = instants.length > 0 ? instants : [row.createdAt.toISOString()]
  const [name = zone, ...others] = new Set(shownInstants.map((instant) => zoneName(instant, zone)))
  return others.length > 0 || name === zone ? zone : `${zone}, ${name}`
}

/** One thread for all e-mails about one session. E-mails about several sessions have no thread. */
function threadOf({ facts }: NoticeContent, links: Links): string | undefined {
  if (!('sessionId' in facts) || ('count' in facts && facts.count > 1)) return undefined
  return `session.${facts.sessionId}@${new URL(links.address('/')).hostname}`
}

function callToActionOf({ content, href }: DescribedForEmail, links: Links): { label: string; href: string } {
  switch (content.kind) {
    case 'invited':
    case 'password_reset':
      return { label: t('setPassword'), href: passwordLink(links, content.facts.invitationId) }
    default:
      return href && href !== '/'
        ? { label: t('open'), href: links.address(href) }
        : { label: t('openSchedule'), href: links.address('/') }
  }
}

function page(parts: string[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head><body style="margin:0;padding:24px;font:16px/24px system-ui,sans-serif"><main style="max-width:560px;margin:0 auto">${parts.join('')}<p style="margin:32px 0 0;font-size:13px;opacity:.7">${escaped(t('sender'))}</p></main></body></html>`
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 8px">${escaped(text)}</p>`
}

function small(html: string): string {
  return `<p style="margin:8px 0;font-size:13px;line-height:18px;opacity:.8">${html}</p>`
}

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
