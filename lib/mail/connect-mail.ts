import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'

/** A letter is held in a transaction while it is handed over, which must not last longer than that one may. */
const LONGEST_MS = 10_000

type MailServer = {
  smtpUrl: string | null
  from: string
  /** How long a letter may take, in ms. */
  timeoutMs?: number
}

/** The mail server at SMTP_URL; without one, nothing goes out. */
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
      // A server that says a word now and then would hold us for as long as it likes.
      await Promise.race([sending, rejectAfter(timeoutMs)])
    },
  }
}

/** @throws once the time is over */
async function rejectAfter(milliseconds: number): Promise<never> {
  await delay(milliseconds, undefined, { ref: false })
  throw new Error('The mail server did not answer in time')
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
}
