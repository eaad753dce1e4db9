import { expect, test } from 'vitest'
import { createCredential, hashCredential, parseCredential } from './credential.ts'

test('a credential can be parsed and has a stable hash', () => {
  const credential = createCredential()
  expect(parseCredential(credential)).toBe(credential)
  expect(hashCredential(credential)).toEqual(hashCredential(credential))
  expect(hashCredential(credential)).not.toEqual(hashCredential(createCredential()))
  expect(hashCredential(credential)).toHaveLength(32)
})

test('all credentials are different', () => {
  const many = Array.from({ length: 1000 }, () => createCredential())
  expect(new Set(many).size).toBe(1000)
})

test.each([
  '',
  'kc_',
  `kc_${'x'.repeat(42)}`,
  `kc_${'x'.repeat(44)}`,
  `KC_${'x'.repeat(43)}`,
  `kc_${'x'.repeat(42)}=`,
  ` kc_${'x'.repeat(43)}`,
  `kc_${'x'.repeat(43)}\n`,
  'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl',
])('%j is not a credential', (value) => {
  expect(parseCredential(value)).toBeNull()
})
