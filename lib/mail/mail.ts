/** A letter, ready to go. */
export type Email = {
  /** The same letter sent again has the same id, by which mail programs show it once. */
  id: string
  to: { name: string; address: string }
  subject: string
  /** The message id to which all letters of one thread refer (RFC 5322, 3.6.4); no letter has it itself. */
  thread?: string
  text: string
  html: string
  /** The address that a mail program calls when its reader wants no more of these (RFC 8058). */
  unsubscribe?: string
}

/** The edge to the mail server. */
export type Mail = {
  /** Whether there is one at all. */
  configured: boolean
  /** Hands the letter over. @throws where the server does not take it */
  send(letter: Email): Promise<void>
}
