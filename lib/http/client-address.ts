import { isIP } from 'node:net'

/**
 * The address of the client. Each proxy appends the address of its caller, so with `trustedProxies` of our own in
 * front, that entry from the right is the first that a client cannot forge.
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

/** IPv4 addresses keep their form when they arrive through an IPv6 socket; the port is dropped. */
function normaliseAddress(address: string): string {
  return address
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^\[(.+)\](:\d+)?$/, '$1')
}
