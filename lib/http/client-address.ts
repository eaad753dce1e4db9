import { isIP } from 'node:net'

/**
 * Where a request comes from. Each proxy appends the address that it was called from, so with `trustedProxies` of
 * our own in front, that entry from the right is the first that a stranger cannot have written.
 * @param forwardedFor the header X-Forwarded-For as it arrived
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const ownView = normaliseAddress(socketAddress ?? '')
  if (trustedProxies === 0) return ownView
  const entry = normaliseAddress(forwardedFor?.split(',').at(-trustedProxies) ?? '')
  return isIP(entry) ? entry : ownView
}

/** IPv4 stays the same where it arrives through a socket of IPv6, and a port is left out. */
function normaliseAddress(address: string): string {
  return address
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^\[(.+)\](:\d+)?$/, '$1')
}
