import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseText } from './parse-text.ts'

const names = ['Noor', 'Leïla', 'Noor Rahimi']

test('blocks of code stand apart, with their language', () => {
  expect(parseText('Try this:\n```ts\nconst a = 1\n\nlet b\n```\nand see', names)).toEqual([
    { kind: 'prose', parts: [{ kind: 'text', text: 'Try this:' }] },
    { kind: 'code', language: 'ts', code: 'const a = 1\n\nlet b' },
    { kind: 'prose', parts: [{ kind: 'text', text: 'and see' }] },
  ])
})

test('a block that is not closed goes to the end', () => {
  expect(parseText('```\nlet b', names)).toEqual([{ kind: 'code', language: '', code: 'let b' }])
})

test.each([
  ['Does `default` narrow?', ['Does ', '<default>', ' narrow?']],
  ['See https://a.example/b?c=d.', ['See ', '[https://a.example/b?c=d]', '.']],
  ['(http://a.example)', ['(', '[http://a.example]', ')']],
  ['javascript:alert(1) ftp://a.example', ['javascript:alert(1) ftp://a.example']],
  ['<b>@Noor</b>', ['<b>', '@Noor', '</b>']],
  ['@Noor Rahimi and @Noora', ['@Noor Rahimi', ' and @Noora']],
  ['`@Noor https://a.example`', ['<@Noor https://a.example>']],
])('%s', (text, expected) => {
  const [block] = parseText(text, names)
  const shown = block?.kind === 'prose' ? block.parts : []
  expect(
    shown.map((part) =>
      part.kind === 'code' ? `<${part.text}>` : part.kind === 'link' ? `[${part.href}]` : part.text,
    ),
  ).toEqual(expected)
})

test('only http and https lead anywhere, and nothing that was written is lost', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const blocks = parseText(text, names)
      for (const block of blocks)
        if (block.kind === 'prose')
          for (const part of block.parts) if (part.kind === 'link') expect(part.href).toMatch(/^https?:\/\//)
    }),
  )
})
