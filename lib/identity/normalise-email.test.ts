import { describe, expect, test } from 'vitest'
import { email, signInInput } from './api.ts'
import { displayEmail } from './display-email.ts'

describe('an address has one stored form', () => {
  test.each([
    [' Anna@Example.TEST ', 'anna@example.test'],
    ['anna@m\u00fcnchen.test', 'anna@xn--mnchen-3ya.test'],
    ['anna@mu\u0308nchen.test', 'anna@xn--mnchen-3ya.test'],
    ['Anna@M\u00dcNCHEN.TEST', 'anna@xn--mnchen-3ya.test'],
    ['anna@XN--MNCHEN-3YA.test', 'anna@xn--mnchen-3ya.test'],
    ['anna@\u4f8b\u3048\u3002test', 'anna@xn--r8jz45g.test'],
    ['anna@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444', 'anna@xn--e1afmkfd.xn--p1ai'],
    ['anna@\uff45xample.test', 'anna@example.test'],
    ['\u200banna\u200d@exam\ufeffple.test\u200f', 'anna@example.test'],
  ])('%j as %s', (typed, stored) => {
    expect(email.parse(typed)).toBe(stored)
    expect(signInInput.parse({ email: typed, password: 'x' }).email).toBe(stored)
  })

  test.each([
    ['j\u00f6rg@example.test', 'localPartNotAscii'],
    ['\u212aelvin@example.test', 'localPartNotAscii'],
    ['anna', 'notAnEmail'],
    ['j\u00f6rg', 'notAnEmail'],
    ['anna@', 'notAnEmail'],
    ['anna@m\u00fcnchen', 'notAnEmail'],
    ['anna@m\u00fcnchen.test/path', 'notAnEmail'],
    ['anna@m\u00fcnchen.test:80', 'notAnEmail'],
    ['anna@\u0661\u0662\u0663', 'notAnEmail'],
    ['anna@b\u00f6b@example.test', 'localPartNotAscii'],
    [`anna@${'\u00fc'.repeat(70)}.test`, 'notAnEmail'],
    [`anna@${'a.'.repeat(130)}test`, 'tooLong'],
  ])('%j: %s', (typed, fault) => {
    expect(email.safeParse(typed).error?.issues[0]?.message).toBe(fault)
  })

  test('sign-in accepts any text as the e-mail', () => {
    expect(signInInput.parse({ email: 'J\u00d6RG ', password: 'x' }).email).toBe('j\u00f6rg')
  })
})

test.each([
  ['anna@xn--mnchen-3ya.test', 'anna@m\u00fcnchen.test'],
  ['anna@mail.xn--r8jz45g.test', 'anna@mail.\u4f8b\u3048.test'],
  ['xn--anna@example.test', 'xn--anna@example.test'],
  ['anna@xn--99999.test', 'anna@xn--99999.test'],
  ['erased', 'erased'],
])('%s is shown as %s', (stored, shown) => {
  expect(displayEmail(stored)).toBe(shown)
})
