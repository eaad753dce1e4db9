import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a link's key may be used for: a key for one thing opens no other. */
export type LinkPurpose = 'password' | 'feed' | 'mail-preferences'

/** Links that say by themselves whom they are for: their keys are worked out, so that none is stored. */
export type Links = {
  /** The whole address of one of our paths. */
  address(path: string): string
  /** A key for the subject, which must not contain a dot. */
  sign(purpose: LinkPurpose, subject: string): string
  /** The subject of a key that was signed here for this purpose, else null. */
  read(purpose: LinkPurpose, key: string): string | null
}

/** Keys are the subject and its HMAC-SHA-256, `<subject>.<base64url>`: 256 bits that nobody guesses. */
export function createLinks({ authSecret, publicUrl }: { authSecret: string; publicUrl: URL }): Links {
  const macOf = (purpose: LinkPurpose, subject: string) =>
    createHmac('sha256', authSecret).update(`${purpose}:${subject}`).digest('base64url')
  return {
    address: (path) => new URL(path, publicUrl).href,
    sign: (purpose, subject) => `${subject}.${macOf(purpose, subject)}`,
    read(purpose, key) {
      const [subject = '', mac = '', ...rest] = key.split('.')
      const expected = Buffer.from(macOf(purpose, subject))
      const given = Buffer.from(mac)
      const matches = given.length === expected.length && timingSafeEqual(given, expected)
      return matches && rest.length === 0 ? subject : null
    },
  }
}
