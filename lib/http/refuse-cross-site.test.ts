import { expect, test, vi } from 'vitest'
import { Refusal } from '#lib/kernel/refusal.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'

const configuration = { publicUrl: new URL('https://school.test') }
vi.mock('#lib/process/application.ts', () => ({ application: () => ({ configuration }) }))

function sent(headers: Record<string, string>, method = 'POST') {
  return new Request('https://school.test/api/v1/me', { method, headers })
}

test.each([
  ['from our own page', { 'sec-fetch-site': 'same-origin' }],
  ['from the address bar', { 'sec-fetch-site': 'none' }],
  ['from an older browser on our page', { origin: 'https://school.test' }],
  ['from a client that is not a browser', {}],
  [
    'with a header that no other site can send',
    { authorization: 'Bearer x', 'sec-fetch-site': 'cross-site' },
  ],
])('%s: accepted', (_, headers) => {
  expect(() => refuseCrossSite(sent(headers))).not.toThrow()
})

test.each([
  ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ['from another host of ours', { 'sec-fetch-site': 'same-site' }],
  [
    'from another site that claims our origin',
    { 'sec-fetch-site': 'cross-site', origin: 'https://school.test' },
  ],
  ['from an older browser on another site', { origin: 'https://evil.test', host: 'school.test' }],
  ['from a host that is not ours', { origin: 'http://evil.test', host: 'evil.test' }],
  ['from another port', { origin: 'https://school.test:8443', host: 'school.test' }],
  ['from a sandboxed frame', { origin: 'null' }],
  ['with an empty origin', { origin: '' }],
])('%s: refused', (_, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(() => refuseCrossSite(sent(headers, method))).toThrow(Refusal)
  }
})

test('read requests are never refused', () => {
  expect(() => refuseCrossSite(sent({ 'sec-fetch-site': 'cross-site' }, 'GET'))).not.toThrow()
})
