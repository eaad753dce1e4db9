import { expect, test } from 'vitest'
import { blockAt, withLanguage, withNewBlock } from './code-fence.ts'

const text = 'See:\n```ts\nlet a\n```\nand'

test.each([
  ['before it', 3, null],
  ['at its language', 10, 'ts'],
  ['in it', 14, 'ts'],
  ['after its end', 21, null],
  ['in what follows', text.length, null],
])('the caret is %s', (_, caret, language) => {
  expect(blockAt(text, caret)?.language ?? null).toBe(language)
})

test('a block that is not closed goes on', () => {
  expect(blockAt('```\nlet a', 9)).toEqual({ from: 3, language: '' })
})

test('the language is exchanged where it stands', () => {
  const block = blockAt(text, 14)
  expect(block && withLanguage(text, block, 'python')).toBe('See:\n```python\nlet a\n```\nand')
})

test.each([
  ['', '```js\n\n```', 6],
  ['See:', 'See:\n```js\n\n```', 11],
  ['See:\n', 'See:\n```js\n\n```', 11],
])('after %j comes a new block', (before, after, caret) => {
  expect(withNewBlock(before, 'js')).toEqual({ text: after, caret })
})
