import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  experimental: { authInterrupts: true },
  serverExternalPackages: ['pg-boss', 'pg', '@node-rs/argon2', 'temporal-polyfill'],
  // `npm test` checks types, once; here, types of routes that an older build had would fail the new one.
  typescript: { ignoreBuildErrors: true },
  // No page uses next/image, and its optimiser would work and write log lines for anyone.
  images: { unoptimized: true },
  // LiveKit's components come as one file, from which Turbopack leaves nothing out: 37 kB in the room instead of 15 kB
  // (docs/decisions/039). Their sources come with the packages.
  transpilePackages: ['@livekit/components-react', '@livekit/components-core'],
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      '@livekit/components-react': './node_modules/@livekit/components-react/src/index.ts',
      '@livekit/components-core': './node_modules/@livekit/components-core/src/index.ts',
    },
  },
  async redirects() {
    return formerAddresses.map(([source, destination]) => ({ source, destination, permanent: true }))
  },
  async headers() {
    return [
      { source: '/:path*', headers: securityHeaders },
      ...secretAddresses.map((path) => ({ source: `${path}/:path*`, headers: secretAddressHeaders })),
    ]
  },
}

/** Addresses that people, screens and bookmarks hold from before 2026-12; remove them a year later. */
const formerAddresses = [
  ['/hall', '/room-display'],
  ['/api/v1/hall-devices/:path*', '/api/v1/room-displays/:path*'],
] as const

/** The same for every answer; the content security policy changes with each request and comes from proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
]

/** An address below these is all that is needed to read or act by it. */
const secretAddresses = [
  '/invitation',
  '/mail-preferences',
  '/feeds',
  '/api/v1/auth/invitations',
  '/api/v1/mail-preferences',
]

/** For what has a secret as its address: it goes to no other site, and into no index. */
const secretAddressHeaders = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
]

const withTexts = createNextIntlPlugin({
  requestConfig: './messages/request.ts',
  // Texts are compiled at build time, so that the parser of ICU messages (11 kB) does not travel to browsers.
  experimental: { messages: { path: './messages', locales: 'infer', format: 'json', precompile: true } },
})

export default withTexts(config)
