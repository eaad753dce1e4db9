import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, parseText } from './parse-text.ts'

const names = ['Noor', 'Leïla', 'Noor Rahimi']

test('blocks of code are separate from prose and have their language', () => {
  expect(parseText('Try this:\n```ts\nconst a = 1\n\nlet b\n```\nand see', names)).toEqual([
    { kind: 'prose', parts: [{ kind: 'text', text: 'Try this:' }] },
    { kind: 'code', language: 'ts', code: 'const a = 1\n\nlet b' },
    { kind: 'prose', parts: [{ kind: 'text', text: 'and see' }] },
  ])
})

test('an unclosed block continues to the end of the message', () => {
  expect(parseText('```\nlet b', names)).toEqual([{ kind: 'code', language: '', code: 'let b' }])
})

test.each([
  ['Does `default` narrow?', ['Does ', '<default>', ' narrow?']],
  ['See https://a.example/b?c=d.', ['See ', '[https://a.example/b?c=d]', '.']],
  ['(http://a.example)', ['(', '[http://a.example]', ')']],
  ['javascript:alert(1) ftp://a.example', ['javascript:alert(1) ftp://a.example']],
  ['<b>@Noor</b>', ['<b>', '@Noor', '</b>']],
  ['@Noor Rahimi and @Noora', ['@Noor Rahimi', ' and @Noora']],
  ['bob@Noor.test', ['bob@Noor.test']],
  ['bob.@Noor bob_@Noor bob-@Noor 1@Noor é@Noor', ['bob.@Noor bob_@Noor bob-@Noor 1@Noor é@Noor']],
  ['(@Noor),@Noor', ['(', '@Noor', '),', '@Noor']],
  ['https://a.example/@Noor', ['[https://a.example/@Noor]']],
  ['Https://a.example, www.a.example', ['[https://a.example]', ', ', '[https://www.a.example]']],
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

/** Pieces of a message: each has a meaning of its own, or looks as if it had one. */
const pieces = fc.oneof(
  fc.constantFrom('https://a.example/b?c=d', 'http://a.example', 'https://', 'javascript:alert(1)'),
  fc.constantFrom('```', '```ts', '```ts\nlet b\n```', '`', '`code`', '@Noor', '@Noor Rahimi', '@'),
  fc.constantFrom('\n', ' ', '.', ')', '<b>', 'words', 'and more'),
  fc.string(),
)

test('links lead only to http and https, and no text is lost', () => {
  fc.assert(
    fc.property(fc.array(pieces), (written) => {
      const text = written.join('')
      const blocks = parseText(text, names)
      const parts = blocks.flatMap((block) => (block.kind === 'prose' ? block.parts : []))
      for (const part of parts) if (part.kind === 'link') expect(part.href).toMatch(/^https?:\/\//)
      expect(signs(blocks.map(shown).join(''))).toBe(signs(text))
    }),
  )
})

function shown(block: Block): string {
  if (block.kind === 'code') return block.language + block.code
  return block.parts.map(({ text }) => text).join('')
}

/** The text in lower case without backticks and whitespace, which only mark code and its lines. */
function signs(text: string): string {
  return text.replace(/[`\s]/g, '').toLowerCase()
}
