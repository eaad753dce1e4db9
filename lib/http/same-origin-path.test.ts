import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameOriginPath } from './same-origin-path.ts'

const SCHOOL = 'https://school.test'

test.each([
  // requested, result
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['/student', '/student'],
  ['/sessions/1/room?join', '/sessions/1/room?join'],
  ['/admin/people?search=a%20b&role=STUDENT', '/admin/people?search=a%20b&role=STUDENT'],
  ['/account#zone', '/account'],
  ['/sessions/1/../2', '/sessions/2'],
  ['/search?next=//evil.test', '/search?next=//evil.test'],
  ['/at@evil.test', '/at@evil.test'],
  [['/student', '/trainer'], '/'],
  [{ toString: (): string => '/student' }, '/'],
])('%j leads to %s', (next, path) => {
  expect(sameOriginPath(next)).toBe(path)
})

test.each([
  'https://evil.test/',
  '//evil.test/',
  '///evil.test/',
  '/\\evil.test/',
  '\\\\evil.test/',
  '\\/evil.test/',
  '/\t/evil.test',
  '/\n/evil.test',
  '/\r\n/evil.test',
  ' //evil.test',
  '\u0000//evil.test',
  '/.//evil.test/x',
  '/..//evil.test',
  '/../..//evil.test',
  '/x/..//evil.test',
  '/x/%2e%2E//evil.test',
  '/%2e//evil.test',
  '/%2e%2e//evil.test',
  '/./\\evil.test',
  '/.\\\\evil.test',
  '/.\t//evil.test',
  '/.///evil.test',
  '/.//@evil.test',
  '/.//user:password@evil.test/',
  '//user:password@evil.test/',
  'https://school.test@evil.test/',
  'https://school.test.evil.test/',
  'https://school.test:444/',
  'http://school.test/x',
  'blob:https://school.test/x',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://',
  'https://school.test:99999/',
])('%j leads to the home page', (next) => {
  expect(sameOriginPath(next)).toBe('/')
  expect(sameOriginPath(next, SCHOOL)).toBe('/')
})

test.each([
  // Encoded slashes are part of the path: a browser does not decode them.
  ['/%2fevil.test', '/%2fevil.test'],
  ['%2f%2fevil.test', '/%2f%2fevil.test'],
  ['/%5cevil.test', '/%5cevil.test'],
  ['/x//evil.test', '/x//evil.test'],
])('%j stays on this site as %s', (next, path) => {
  expect(sameOriginPath(next)).toBe(path)
})

describe('with an origin', () => {
  test.each([
    ['https://school.test', '/'],
    ['https://school.test/student?day=1', '/student?day=1'],
    ['HTTPS:evil.test', '/evil.test'],
    ['https://user:password@school.test/student', '/student'],
    ['https://school.test//evil.test', '/'],
    ['https://school.test/.//evil.test', '/'],
  ])('%s is the path %s', (address, path) => {
    expect(sameOriginPath(address, SCHOOL)).toBe(path)
  })
})

// Few kinds of pieces, so that they meet: characters that URL parsers treat differently, and host names.
const piece = fc.oneof(
  fc.constantFrom(...'/\\\t\n\r\u0000 .:@?#xé'),
  fc.constantFrom('..', '%2e', '%2E%2e', '%2f', '%5c'),
  fc.constantFrom('evil.test', 'https:', 'http://', SCHOOL, 'javascript:', 'blob:'),
)
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

test('for any text, the path stays on its origin, and parsing it again returns the same path', () => {
  fc.assert(
    fc.property(text, (text) => {
      const path = sameOriginPath(text, SCHOOL)
      expect(new URL(path, `${SCHOOL}/sign-in?next=x`).href).toBe(`${SCHOOL}${path}`)
      expect(sameOriginPath(path, SCHOOL)).toBe(path)
      expect(sameOriginPath(path)).toBe(path)
    }),
    { numRuns: 3000 },
  )
})
