/** Characters that would make a URL parser read a host other than the text after the @. */
const NO_HOST = /[\s/\\?#@:%[\]]/
const INVISIBLE_MARKS = /[\u200b-\u200f\u061c\u2060\ufeff]/g

/** A typed address without surrounding whitespace and the zero-width characters that come from copying. */
export function trimEmail(typed: string): string {
  return typed.replace(INVISIBLE_MARKS, '').trim()
}

/**
 * The stored and compared form of an e-mail address: trimmed, without zero-width characters, in lower case, and with an
 * international domain in its ASCII form (`münchen.test` is `xn--mnchen-3ya.test`). Text that is not an address is only
 * trimmed and lower-cased.
 * Source: WHATWG URL, "domain to ASCII" (UTS 46).
 */
export function normaliseEmail(typed: string): string {
  const address = trimEmail(typed).toLowerCase()
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  if (at === -1 || isAscii(domain) || NO_HOST.test(domain)) return address
  const url = URL.parse(`http://${domain}`)
  return url ? `${address.slice(0, at)}@${url.hostname}` : address
}

/** Whether the part before the @ is ASCII. Few mail servers accept anything else (RFC 6531). */
export function hasAsciiLocalPart(typed: string): boolean {
  const address = trimEmail(typed)
  return isAscii(address.slice(0, Math.max(0, address.lastIndexOf('@'))))
}

/**
 * Pattern of a stored address: that of z.email(), with labels of at most 63 characters (RFC 1035) and a top-level
 * domain that may be international.
 */
export const EMAIL_PATTERN =
  /^(?:[a-z0-9_'+-]+\.)*[a-z0-9_'+-]*[a-z0-9_+-]@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text)
}
