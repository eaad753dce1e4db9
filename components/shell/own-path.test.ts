import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each([
  // asked for, leads to
  [undefined, '/'],
  ['', '/'],
  ['/student', '/student'],
  ['/sessions/1/room?go', '/sessions/1/room?go'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example/', '/'],
  ['/\t/elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  [['/student', '/trainer'], '/'],
])('%j leads to %s', (next, path) => {
  expect(ownPath(next)).toBe(path)
})
