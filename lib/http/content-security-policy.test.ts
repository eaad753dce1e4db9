import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

function directives(liveKitUrl: string, development = false) {
  const policy = contentSecurityPolicy('n0nce', { liveKitUrl, development })
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

describe('origins that a page may connect to', () => {
  test.each([
    ['ws://127.0.0.1:7880', ['ws://127.0.0.1:7880', 'http://127.0.0.1:7880']],
    ['wss://media.school.test', ['wss://media.school.test', 'https://media.school.test']],
    [
      'https://media.school.test:8443/path',
      ['wss://media.school.test:8443', 'https://media.school.test:8443'],
    ],
    // LiveKit Cloud redirects browsers to regional hosts
    ['wss://your-project.livekit.cloud', ['wss://*.livekit.cloud', 'https://*.livekit.cloud']],
    ['wss://livekit.cloud.evil.test', ['wss://livekit.cloud.evil.test', 'https://livekit.cloud.evil.test']],
    ['wss://evil-livekit.cloud', ['wss://evil-livekit.cloud', 'https://evil-livekit.cloud']],
  ])('with LiveKit at %s', (url, origins) => {
    expect(directives(url).get('connect-src')).toEqual(["'self'", ...origins])
  })
})

test('scripts need the nonce; framing, embedding and sending forms to other sites are blocked', () => {
  const policy = directives('ws://127.0.0.1:7880')
  expect(policy.get('script-src')).toEqual(["'self'", "'nonce-n0nce'", "'strict-dynamic'"])
  expect(policy.get('style-src')).toEqual(["'self'", "'nonce-n0nce'"])
  for (const directive of ['object-src', 'base-uri', 'frame-ancestors']) {
    expect(policy.get(directive)).toEqual(["'none'"])
  }
  expect(policy.get('default-src')).toEqual(["'self'"])
  expect(policy.get('form-action')).toEqual(["'self'"])
})

test('only development allows eval', () => {
  expect(directives('ws://127.0.0.1:7880', true).get('script-src')).toContain("'unsafe-eval'")
  expect(directives('ws://127.0.0.1:7880').get('script-src')).not.toContain("'unsafe-eval'")
})
