/**
 * What a page may load and reach: this origin, LiveKit, and scripts that carry this response's nonce. LiveKit Cloud
 * redirects browsers to regional hosts, so its subdomains are allowed where it is used. `development` allows what
 * hot reload needs.
 */
export function contentSecurityPolicy(
  nonce: string,
  { liveKitUrl, development }: { liveKitUrl: string; development: boolean },
): string {
  const scripts = development ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${scripts}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${liveKitOrigins(liveKitUrl).join(' ')}`,
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const CLOUD = '.livekit.cloud'

function liveKitOrigins(liveKitUrl: string): string[] {
  const { host, hostname, protocol } = new URL(liveKitUrl)
  if (hostname.endsWith(CLOUD)) return [`wss://*${CLOUD}`, `https://*${CLOUD}`]
  const secure = protocol === 'wss:' || protocol === 'https:'
  return secure ? [`wss://${host}`, `https://${host}`] : [`ws://${host}`, `http://${host}`]
}
