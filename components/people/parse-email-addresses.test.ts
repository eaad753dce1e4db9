import { expect, test } from 'vitest'
import { parseEmailAddresses, withoutAddress } from './parse-email-addresses.ts'

test.each([
  ['', []],
  [' ,;\n', []],
  ['ana@example.org', [['ana@example.org', null]]],
  ['ANA@Example.org, ana@example.org', [['ana@example.org', null]]],
  [
    'a@example.org b@example.org,c@example.org;d@example.org\r\ne@example.org',
    ['a', 'b', 'c', 'd', 'e'].map((letter) => [`${letter}@example.org`, null]),
  ],
  ['Ana Lima <ana@example.org>', [['ana@example.org', 'Ana Lima']]],
  [
    'Ana Lima <ana@example.org>, 李伟 <li@example.org>',
    [
      ['ana@example.org', 'Ana Lima'],
      ['li@example.org', '李伟'],
    ],
  ],
  [
    '"Lima, Ana" <ana@example.org>; <li@example.org>',
    [
      ['ana@example.org', 'Lima, Ana'],
      ['li@example.org', null],
    ],
  ],
  [
    `${'😀'.repeat(61)} <grin@example.org>, x${'😀'.repeat(60)} <grins@example.org>`,
    [
      ['grin@example.org', '😀'.repeat(60)],
      ['grins@example.org', `x${'😀'.repeat(59)}`],
    ],
  ],
  ['\u200bana@example.org\ufeff, \u200b', [['ana@example.org', null]]],
  ['A\u202ena\u0301 <ana@m\u00fcnchen.test>', [['ana@m\u00fcnchen.test', 'An\u00e1']]],
  [
    'kofi@example.org Ana Lima <ana@example.org>',
    [
      ['kofi@example.org', null],
      ['ana@example.org', 'Ana Lima'],
    ],
  ],
])('%j', (text, expected) => {
  expect(parseEmailAddresses(text).map(({ email, name }) => [email, name])).toEqual(expected)
})

test.each([
  'kofi.asante@example',
  'kofi',
  '@example.org',
  'a@b@example.org',
  'a@-example.org',
  'a@example.o',
  'j\u00f6rg@example.org',
])('%s is not an address', (address) => {
  expect(parseEmailAddresses(address)).toMatchObject([{ valid: false }])
})

test.each([
  'anna@m\u00fcnchen.test',
  'anna@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444',
  'anna@xn--mnchen-3ya.test',
])('%s is an address', (address) => {
  expect(parseEmailAddresses(address)).toMatchObject([{ email: address, valid: true }])
})

test('an address is removed at its position in the text', () => {
  const text = 'a@example.org, Ana Lima <ana@example.org>, b@example.org'
  const [first, second] = parseEmailAddresses(text)
  if (!first || !second) throw new Error('Three addresses stand there')
  expect(parseEmailAddresses(withoutAddress(text, second)).map(({ email }) => email)).toEqual([
    'a@example.org',
    'b@example.org',
  ])
  expect(withoutAddress(text, first)).toBe('Ana Lima <ana@example.org>, b@example.org')
})
