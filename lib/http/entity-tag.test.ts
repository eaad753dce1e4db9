import { expect, test } from 'vitest'
import { entityTag, hasEntityTag } from './entity-tag.ts'

test('equal content has equal tags, different content has different tags', () => {
  expect(entityTag('Mon 18:00')).toBe(entityTag('Mon 18:00'))
  expect(entityTag('Mon 18:00')).not.toBe(entityTag('Mon 18:01'))
  expect(entityTag('')).toMatch(/^"[\w-]{43}"$/)
})

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a" ,"c"', true],
  ['"b,c","a"', true],
  ['*', true],
  [' * ', true],
  ['"b"', false],
  ['"b,a"', false],
  ['a', false],
  ['"a', false],
  ['', false],
  [null, false],
])('If-None-Match: %s', (ifNoneMatch, has) => {
  expect(hasEntityTag(ifNoneMatch, '"a"')).toBe(has)
})
