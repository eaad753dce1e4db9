// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { readStored, writeStored } from './browser-storage.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

test('a stored value is returned until it is removed', () => {
  writeStored('key', 'value')
  expect(readStored('key')).toBe('value')
  writeStored('key', null)
  expect(readStored('key')).toBeNull()
})

test('a value under its former key is used until there is a value under the current key', () => {
  localStorage.setItem('former', 'older')
  expect(readStored('key', 'former')).toBe('older')
  writeStored('key', 'newer')
  expect(readStored('key', 'former')).toBe('newer')
})

test('a browser that forbids storage stores nothing and throws no error', () => {
  vi.stubGlobal('localStorage', undefined)
  writeStored('key', 'value')
  expect(readStored('key', 'former')).toBeNull()
})
