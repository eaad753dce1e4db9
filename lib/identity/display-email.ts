import 'server-only'
import { domainToUnicode } from 'node:url'

/** A stored e-mail address for display: an international domain in its own script instead of punycode. */
export function displayEmail(stored: string): string {
  const at = stored.lastIndexOf('@')
  if (at === -1 || !stored.includes('xn--', at)) return stored
  const domain = domainToUnicode(stored.slice(at + 1))
  return domain ? `${stored.slice(0, at)}@${domain}` : stored
}
