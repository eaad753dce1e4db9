import { expect, test, vi } from 'vitest'
import { createStore } from './store.ts'

test('a change is seen by all subscribers until they leave', () => {
  const [store, set] = createStore({ count: 0, name: 'a' })
  const [first, second] = [vi.fn(), vi.fn()]
  const leave = store.subscribe(first)
  store.subscribe(second)
  set({ count: 1 })
  leave()
  set({ count: 2 })
  expect(store.state).toEqual({ count: 2, name: 'a' })
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2])
})

test('subscribers may be told later, while the state is there at once', () => {
  vi.useFakeTimers()
  const [store, set] = createStore({ count: 0 })
  const listener = vi.fn()
  store.subscribe(listener)
  set({ count: 1 }, 250)
  expect(store.state.count).toBe(1)
  expect(listener).not.toHaveBeenCalled()
  vi.advanceTimersByTime(250)
  expect(listener).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})

test('the source of a store is observed only while somebody subscribes', () => {
  const stop = vi.fn()
  const observe = vi.fn(() => stop)
  const [store] = createStore({}, observe)
  const leave = [store.subscribe(() => {}), store.subscribe(() => {})]
  leave[0]?.()
  expect([observe.mock.calls.length, stop.mock.calls.length]).toEqual([1, 0])
  leave[1]?.()
  expect(stop).toHaveBeenCalledTimes(1)
  store.subscribe(() => {})
  expect(observe).toHaveBeenCalledTimes(2)
})
