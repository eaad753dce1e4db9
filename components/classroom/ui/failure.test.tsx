// @vitest-environment happy-dom

import { NextIntlClientProvider } from 'next-intl'
import { afterEach, expect, test, vi } from 'vitest'
import { request } from '#components/api/request.ts'
import { countUnreadEndpoint } from '#lib/inbox/endpoints.generated.ts'
import { english } from '#messages/en.ts'
import { renderNode } from '#scripts/testing/rendered-components.ts'
import { Failure } from './failure.tsx'

afterEach(() => vi.unstubAllGlobals())

const silence = 'Something went wrong: Our server isn’t responding. Try again shortly.'

test.each<[string, () => Promise<Response>, string]>([
  ['our server is unreachable', () => Promise.reject(new TypeError('Failed to fetch')), silence],
  [
    'our server does not respond',
    () => Promise.reject(new DOMException('signal timed out', 'TimeoutError')),
    silence,
  ],
  [
    'a gateway responds instead',
    async () => new Response('<h1>502 Bad Gateway</h1>', { status: 502 }),
    silence,
  ],
  [
    'our server refuses',
    async () =>
      Response.json({ success: false, message: 'This session has ended.', error: {} }, { status: 400 }),
    'Something went wrong: This session has ended.',
  ],
])('%s: shows a plain message', async (_what, answer, words) => {
  vi.stubGlobal('fetch', answer)
  const failure = await request(countUnreadEndpoint, {}).catch((error: unknown) => error)
  const stopDrawing = await renderNode(
    <NextIntlClientProvider locale="en" messages={english}>
      <Failure failure={failure} />
    </NextIntlClientProvider>,
  )
  expect(document.body.textContent).toBe(words)
  await stopDrawing()
})
