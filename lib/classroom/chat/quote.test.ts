import { expect, test } from 'vitest'
import { excerptOf } from './quote.ts'

test.each([
  ['Yes.', 'Yes.'],
  ['Try this:\n```ts\nconst a = 1\n```', 'Try this: ts const a = 1'],
  [`${'🐪'.repeat(121)}`, `${'🐪'.repeat(120)}…`],
])('%j is quoted as %j', (text, quoted) => {
  expect(excerptOf(text)).toBe(quoted)
})
