import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { proxy } from './proxy.ts'

/** The proxy's response to a browser, and the headers that it passes to the page. */
function ask(headers: Record<string, string> = {}) {
  const answered = proxy(new NextRequest('https://school.test/student?day=1', { headers })).headers
  const policy = answered.get('content-security-policy')
  return {
    answered,
    policy,
    nonce: /'nonce-([^']+)'/.exec(policy ?? '')?.[1],
    toldPage: (name: string) => answered.get(`x-middleware-request-${name}`),
  }
}

test('each response has its own nonce, which the page receives', () => {
  const answers = [ask(), ask(), ask()]
  expect(new Set(answers.map(({ nonce }) => nonce)).size).toBe(3)
  for (const { nonce, policy, toldPage } of answers) {
    expect(nonce).toMatch(/^[\w+/=]{40,}$/)
    expect([toldPage('x-nonce'), toldPage('content-security-policy')]).toEqual([nonce, policy])
  }
})

test('a client cannot set the nonce or the path that a page receives', () => {
  const { nonce, toldPage } = ask({ 'x-nonce': 'chosen', 'x-path': '/elsewhere' })
  expect(nonce).not.toBe('chosen')
  expect([toldPage('x-nonce'), toldPage('x-path')]).toEqual([nonce, '/student?day=1'])
})

test('no page is cached', () => {
  expect(ask().answered.get('cache-control')).toBe('no-store')
})
