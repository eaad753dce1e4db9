// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { readStored, writeStored } from './browser-storage.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

test('a stored value comes back until it is removed', () => {
  writeStored('key', 'value')
  expect(readStored('key')).toBe('value')
  writeStored('key', null)
  expect(readStored('key')).toBeNull()
})

test('a value under its former key counts until there is one under the present key', () => {
  localStorage.setItem('former', 'older')
  expect(readStored('key', 'former')).toBe('older')
  writeStored('key', 'newer')
  expect(readStored('key', 'former')).toBe('newer')
})

test('a browser that forbids storage stores nothing and breaks nothing', () => {
  vi.stubGlobal('localStorage', undefined)
  writeStored('key', 'value')
  expect(readStored('key', 'former')).toBeNull()
})
