import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'

/** Must be shorter than a transaction's limit, because delivery locks the e-mail's row in a transaction. */
const LONGEST_MS = 10_000

type MailServer = {
  smtpUrl: string | null
  from: string
  /** Time limit for sending an e-mail, in ms. */
  timeoutMs?: number
}

/** The mail server at SMTP_URL; without it, no e-mail is sent. */
export function connectMail({ smtpUrl, from, timeoutMs = LONGEST_MS }: MailServer): Mail {
  if (!smtpUrl) return { configured: false, send: async () => {} }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  return {
    configured: true,
    async send({ id, to, thread, unsubscribe, ...content }) {
      const sending = transport.sendMail({
        from,
        to,
        messageId: `<${id}@${domainOf(from)}>`,
        ...(thread && { inReplyTo: `<${thread}>`, references: `<${thread}>` }),
        ...content,
        headers: unsubscribe
          ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {},
      })
      // Without this limit, a server that sends a word now and then could block us forever.
      await Promise.race([sending, rejectAfter(timeoutMs)])
    },
  }
}

/** @throws after the given time */
async function rejectAfter(milliseconds: number): Promise<never> {
  await delay(milliseconds, undefined, { ref: false })
  throw new Error('The mail server did not answer in time')
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
}
