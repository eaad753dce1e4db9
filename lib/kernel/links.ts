import { createHmac, timingSafeEqual } from 'node:crypto'

/** The purpose of a link's key; a key is valid for one purpose only. */
export type LinkPurpose = 'password' | 'feed' | 'mail-preferences'

/** Links with a self-contained subject: their keys are derived, so none is stored. */
export type Links = {
  /** The absolute address of a path of this site. */
  address(path: string): string
  /** A key for the subject, which must not contain a dot. */
  sign(purpose: LinkPurpose, subject: string): string
  /** The subject of a valid key for this purpose; otherwise null. */
  read(purpose: LinkPurpose, key: string): string | null
}

/** A key is the subject and its HMAC-SHA-256, `<subject>.<base64url>`: 256 bits that cannot be guessed. */
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
