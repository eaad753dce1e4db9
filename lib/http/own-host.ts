import { WEBHOOK_PATH } from './webhook-server.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Addresses that a balancer, a probe or LiveKit reaches by an address inside the network. */
const UNDER_ANY_HOST = new Set(['/api/health/live', '/api/health/ready', WEBHOOK_PATH])

export type OwnHosts = { protocol: string; hosts: ReadonlySet<string> }

/**
 * The hosts under which the school is served: the one of PUBLIC_URL, and where that is this machine, its other names
 * with the port on which the server listens. Any other host is a name in foreign DNS that points here.
 */
export function ownHosts(publicUrl: URL, port: number): OwnHosts {
  const { protocol, hostname, host } = publicUrl
  const local = LOOPBACK.includes(hostname) ? LOOPBACK.map((name) => `${name}:${port}`) : []
  return { protocol, hosts: new Set([host, ...local].map((name) => normalised(name, protocol) ?? name)) }
}

/**
 * The host of a request where it is one of the school's, without the protocol's usual port; else null.
 * @param forwardedHost the header X-Forwarded-Host where proxies are trusted; it has an entry for each of them
 */
export function ownHostOf(
  { host, forwardedHost }: { host: string | undefined; forwardedHost: string | undefined },
  { protocol, hosts }: OwnHosts,
): string | null {
  for (const given of [host, ...(forwardedHost?.split(',') ?? [])]) {
    const name = normalised(given?.trim() ?? '', protocol)
    if (name && hosts.has(name)) return name
  }
  return null
}

/** Whether the request's target is answered whatever its host is. */
export function isServedUnderAnyHost(target: string): boolean {
  return UNDER_ANY_HOST.has(target.split('?', 1)[0] ?? '')
}

function normalised(host: string, protocol: string): string | null {
  return /^[\w.:[\]-]+$/.test(host) ? (URL.parse(`${protocol}//${host}`)?.host ?? null) : null
}
