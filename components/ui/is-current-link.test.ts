import { expect, test } from 'vitest'
import { isCurrentLink } from './is-current-link.ts'

test.each([
  ['/admin/classes', '/admin/classes', true],
  ['/admin/classes', '/admin/classes/4f1d', true],
  ['/admin/classes', '/admin/classes-old', false],
  ['/student', '/student', true],
  ['/student', '/student/schedule', false],
])('the link %s at %s: %s', (href, path, shown) => {
  expect(isCurrentLink(href, path)).toBe(shown)
})
