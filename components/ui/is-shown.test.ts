import { expect, test } from 'vitest'
import { isShown } from './is-shown.ts'

test.each([
  ['/admin/classes', '/admin/classes', true],
  ['/admin/classes', '/admin/classes/4f1d', true],
  ['/admin/classes', '/admin/classes-old', false],
  ['/student', '/student', true],
  ['/student', '/student/schedule', false],
])('the place %s at %s: %s', (href, path, shown) => {
  expect(isShown(href, path)).toBe(shown)
})
