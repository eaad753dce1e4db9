import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { connectMail } from '#lib/mail/connect-mail.ts'

type MailServerOptions = {
  rejects?: () => boolean
  /** The client's timeout in ms. */
  timeout?: number
}

/** A test mail server on a free port, with the e-mails that it accepted. */
export async function startMailServer({
  rejects: refusing = () => false,
  timeout: patience,
}: MailServerOptions = {}) {
  const emails: string[] = []
  let isSilent = false
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (refusing()) return done(new Error('Mailbox unavailable'))
        emails.push(Buffer.concat(parts).toString())
        if (!isSilent) done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const smtpUrl = `smtp://127.0.0.1:${port}`
  const mail = connectMail({ smtpUrl, from: 'School <school@school.test>', timeoutMs: patience })
  return {
    letters: emails,
    mail,
    smtpUrl,
    /** Accepts e-mails without answering. */
    silence(silent: boolean) {
      isSilent = silent
    },
  }
}
