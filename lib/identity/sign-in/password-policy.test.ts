import { describe, expect, test } from 'vitest'
import { changePasswordInput } from '#lib/identity/api.ts'
import { commonPasswords } from './common-passwords.ts'
import { passwordFault } from './password-policy.ts'

const noor = { email: 'noor.haddad@school.test', names: ['Noor van Haddad', 'Noor Haddad-Weiss'] }

describe('a password that is easy to guess is refused', () => {
  test.each([
    ['        ', 'blankPassword'],
    ['\t\n\u00a0\u2003 \r\n  ', 'blankPassword'],
    ['noor.haddad@school.test', 'personalPassword'],
    ['Noor.Haddad@School.test ', 'personalPassword'],
    ['noor.haddad', 'personalPassword'],
    ['NOOR.HADDAD', 'personalPassword'],
    ['Noor van Haddad', 'personalPassword'],
    ['noorvanhaddad', 'personalPassword'],
    ['Noor Haddad-Weiss', 'personalPassword'],
    ['koding caravan', 'productPassword'],
    ['Koding-Caravan', 'productPassword'],
    ['caravan-demo', 'productPassword'],
    ['caravan1', 'productPassword'],
    ['2027 Caravan 2027', 'productPassword'],
    ['kodingcaravan123!', 'productPassword'],
    ['password123', 'commonPassword'],
    ['PassWord123', 'commonPassword'],
    ['pass word 123', 'commonPassword'],
    ['qwertyuiop', 'commonPassword'],
    ['1qaz2wsx', 'commonPassword'],
    ['contraseña', 'commonPassword'],
    ['contrasen\u0303a', 'commonPassword'],
    ['aaaaaaaa1', 'repeatedPassword'],
    ['12121212', 'repeatedPassword'],
    ['a       ', 'repeatedPassword'],
  ])('%j: %s', (password, fault) => {
    expect(passwordFault(password, noor)).toBe(fault)
  })
})

test.each([
  ['lanterns at dawn'],
  ['a caravan of lanterns'],
  ['caravan of noor'],
  ['noor.haddad 2027'],
  ['correct horse battery staple'],
  ['Tr0ub4dor&3'],
  ['1234 5678 9012 noor'],
  ['дорога домой'],
])('%j may be set', (password) => {
  expect(passwordFault(password, noor)).toBeNull()
})

test('a short local part is refused even with spaces around it', () => {
  expect(passwordFault('   ana    ', { email: 'ana@x.org', names: [] })).toBe('personalPassword')
})

test('the list has thousands of normalised passwords that no other rule refuses', () => {
  expect(commonPasswords.size).toBeGreaterThanOrEqual(3000)
  const words = [...commonPasswords]
  expect(words.filter((word) => passwordFault(word, noor) !== 'commonPassword')).toEqual([])
  expect(words.filter((word) => !changePasswordInput.shape.next.safeParse(word).success)).toEqual([])
})

test('a new password with a NUL character is refused', () => {
  for (const password of ['lanterns\0at dawn', 'lanterns \ud800 dawn']) {
    const { error } = changePasswordInput.safeParse({ current: 'x', next: password })
    expect(error?.issues).toMatchObject([{ path: ['next'], message: 'unkeepable' }])
  }
})
