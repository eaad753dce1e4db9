// @vitest-environment happy-dom

import { act, Component, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderNode } from '#scripts/testing/rendered-components.ts'
import { lazyWithRetry } from './lazy-with-retry.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  // React logs each error that a boundary catches.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

class Around extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? 'All of it failed' : this.props.children
  }
}

test('a component that fails to load leaves the rest of the page, and appears once it loads', async () => {
  let isAway = true
  const Part = lazyWithRetry<{ name: string }>(
    async () => {
      if (isAway) throw new TypeError('Failed to fetch')
      return { default: ({ name }) => <b>{name}</b> }
    },
    ({ name }) => <i>{name} is on its way</i>,
  )
  await renderNode(
    <Around>
      <p>The class</p>
      <Part name="Chat" />
    </Around>,
  )
  for (let tries = 0; tries < 3; tries += 1) {
    await act(() => vi.advanceTimersByTimeAsync(3_000))
    expect(document.body.textContent).toBe('The classChat is on its way')
  }
  isAway = false
  await act(() => vi.advanceTimersByTimeAsync(3_000))
  expect(document.body.innerHTML).toContain('<b>Chat</b>')
})

test('an error inside a loaded component is not retried, and goes to the surrounding boundary', async () => {
  const Part = lazyWithRetry(async () => ({
    default: () => {
      throw new Error('a fault')
    },
  }))
  await renderNode(
    <Around>
      <Part />
    </Around>,
  )
  expect(document.body.textContent).toBe('All of it failed')
})
