import 'server-only'
import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'

const LONGEST_MS = 20_000

/** The mail server at SMTP_URL; without one, nothing goes out. */
export function connectMail({ smtpUrl, from }: { smtpUrl: string | null; from: string }): Mail {
  if (!smtpUrl) return { configured: false, send: async () => {} }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: LONGEST_MS,
    greetingTimeout: LONGEST_MS,
    socketTimeout: LONGEST_MS,
  })
  return {
    configured: true,
    async send({ id, to, unsubscribe, ...content }) {
      await transport.sendMail({
        from,
        to,
        messageId: `<${id}@${domainOf(from)}>`,
        ...content,
        headers: unsubscribe
          ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {},
      })
    },
  }
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
}
