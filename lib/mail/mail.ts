/** An e-mail that is ready to send. */
export type Email = {
  /** A repeated e-mail keeps its id, so that mail programs show it once. */
  id: string
  to: { name: string; address: string }
  subject: string
  /** The message id to which all e-mails of a thread refer (RFC 5322, 3.6.4); no e-mail has this id itself. */
  thread?: string
  text: string
  html: string
  /** The address that a mail program calls to unsubscribe its reader (RFC 8058). */
  unsubscribe?: string
}

/** Port to the mail server. */
export type Mail = {
  /** Whether a mail server is configured. */
  configured: boolean
  /** Sends the e-mail. @throws if the server refuses it */
  send(letter: Email): Promise<void>
}
