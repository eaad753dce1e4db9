import { WEBHOOK_PATH } from './webhook-server.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Paths that a load balancer, a probe or LiveKit requests by an address inside the network. */
const UNDER_ANY_HOST = new Set(['/api/health/live', '/api/health/ready', WEBHOOK_PATH])

export type OwnHosts = { protocol: string; hosts: ReadonlySet<string> }

/**
 * The hosts of the school: the host of PUBLIC_URL, and if that is this machine, its other names with the listening
 * port. Any other host is a foreign DNS name that points here.
 */
export function ownHosts(publicUrl: URL, port: number): OwnHosts {
  const { protocol, hostname, host } = publicUrl
  const local = LOOPBACK.includes(hostname) ? LOOPBACK.map((name) => `${name}:${port}`) : []
  return { protocol, hosts: new Set([host, ...local].map((name) => normalised(name, protocol) ?? name)) }
}

/**
 * The request's host if it belongs to the school, without the protocol's default port; otherwise null.
 * @param forwardedHost the header X-Forwarded-Host from trusted proxies; it has an entry for each of them
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

/** Whether the request's target is served for every host. */
export function isServedUnderAnyHost(target: string): boolean {
  return UNDER_ANY_HOST.has(target.split('?', 1)[0] ?? '')
}

function normalised(host: string, protocol: string): string | null {
  return /^[\w.:[\]-]+$/.test(host) ? (URL.parse(`${protocol}//${host}`)?.host ?? null) : null
}
