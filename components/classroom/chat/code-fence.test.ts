import { expect, test } from 'vitest'
import { blockAt, withLanguage, withNewBlock } from './code-fence.ts'

const text = 'See:\n```ts\nlet a\n```\nand'

test.each([
  ['before it', 3, null],
  ['at its language', 10, 'ts'],
  ['in it', 14, 'ts'],
  ['after its end', 21, null],
  ['in the text after it', text.length, null],
])('the caret is %s', (_, caret, language) => {
  expect(blockAt(text, caret)?.language ?? null).toBe(language)
})

test('an unclosed block continues to the caret', () => {
  expect(blockAt('```\nlet a', 9)).toEqual({ from: 3, language: '' })
})

test('a new language replaces the old one in place', () => {
  const block = blockAt(text, 14)
  expect(block && withLanguage(text, block, 'python')).toBe('See:\n```python\nlet a\n```\nand')
})

test.each([
  ['', '```js\n\n```', 6],
  ['See:', 'See:\n```js\n\n```', 11],
  ['See:\n', 'See:\n```js\n\n```', 11],
])('a new block is added after %j', (before, after, caret) => {
  expect(withNewBlock(before, 'js')).toEqual({ text: after, caret })
})
