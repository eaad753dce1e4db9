import { expect, test } from 'vitest'
import { createLinks } from './links.ts'

const publicUrl = new URL('https://school.test')
const links = createLinks({ authSecret: 'one secret', publicUrl })

test('a key works only for its own purpose', () => {
  const key = links.sign('password', '0190-a')
  expect(links.read('password', key)).toBe('0190-a')
  expect(links.read('feed', key)).toBeNull()
  expect(createLinks({ authSecret: 'another', publicUrl }).read('password', key)).toBeNull()
})

test.each(['', '0190-a', '0190-a.', '.', '0190-a.AAAA'])('%j is not a key', (key) => {
  expect(links.read('password', key)).toBeNull()
})

test('a key with extra characters or for another subject is invalid', () => {
  const key = links.sign('password', '0190-a')
  expect(links.read('password', `${key}.more`)).toBeNull()
  expect(links.read('password', key.replace('0190-a', '0190-b'))).toBeNull()
})

test('addresses have the school’s origin', () => {
  expect(links.address('/sessions/1')).toBe('https://school.test/sessions/1')
})
