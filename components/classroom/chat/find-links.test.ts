import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLinks } from './find-links.ts'

const WIKI = 'https://en.wikipedia.org/wiki/Java_(programming_language)'

/** A text, and its links; with the address where it differs from the written text. */
test.each<[string, (string | [text: string, href: string])[]]>([
  // Brackets.
  [`${WIKI} is long`, [WIKI]],
  [`(see ${WIKI})`, [WIKI]],
  ['(https://a.example)', ['https://a.example']],
  ['[https://a.example/b]', ['https://a.example/b']],
  ['{https://a.example/b}', ['https://a.example/b']],
  ['<https://a.example/b>', ['https://a.example/b']],
  ['[the page](https://a.example/b)', ['https://a.example/b']],
  ['https://a.example/b?list[]=1', ['https://a.example/b?list[]=1']],
  ['https://a.example/b_(c_(d))', ['https://a.example/b_(c_(d))']],
  // Punctuation after it.
  ...[
    '.',
    ',',
    ';',
    ':',
    '!',
    '?',
    '…',
    '...',
    '»',
    '«',
    '’',
    '”',
    '“',
    '"',
    "'",
    '。',
    '，',
    '、',
    '！',
  ].map((sign): [string, string[]] => [`Look at https://a.example/b${sign} Then`, ['https://a.example/b']]),
  ['https://a.example/b?!', ['https://a.example/b']],
  ['https://a.example/b).', ['https://a.example/b']],
  ['« https://a.example »', ['https://a.example']],
  ['“https://a.example/b”', ['https://a.example/b']],
  ["'https://a.example/b'", ['https://a.example/b']],
  ['**https://a.example/b**', ['https://a.example/b']],
  ['「https://a.example/b」', ['https://a.example/b']],
  // Punctuation inside it.
  ['https://a.example/b?c=d&e=f#g', ['https://a.example/b?c=d&e=f#g']],
  ['https://a.example/b.c,d;e:f', ['https://a.example/b.c,d;e:f']],
  ['https://a.example/@anna/it’s', ['https://a.example/@anna/it']],
  ["https://a.example/it's", ["https://a.example/it's"]],
  ['https://a.example:8443/~anna/', ['https://a.example:8443/~anna/']],
  ['http://localhost:3000/a', ['http://localhost:3000/a']],
  ['http://127.0.0.1/a', ['http://127.0.0.1/a']],
  ['http://[::1]:3000/a', ['http://[::1]:3000/a']],
  // Case, and www.
  ['Https://A.example/B', [['Https://A.example/B', 'https://A.example/B']]],
  ['HTTP://A.EXAMPLE', [['HTTP://A.EXAMPLE', 'http://A.EXAMPLE']]],
  ['www.a.example', [['www.a.example', 'https://www.a.example']]],
  ['WWW.a.example/b).', [['WWW.a.example/b', 'https://WWW.a.example/b']]],
  ['(www.a.example)', [['www.a.example', 'https://www.a.example']]],
  ['https://www.a.example', ['https://www.a.example']],
  ['www.', []],
  ['www.js', []],
  ['awww.that.is', []],
  // International names.
  ['https://münchen.example/straße', ['https://münchen.example/straße']],
  ['https://пример.рф/путь', ['https://пример.рф/путь']],
  ['https://xn--mnchen-3ya.example', ['https://xn--mnchen-3ya.example']],
  ['www.münchen.example', [['www.münchen.example', 'https://www.münchen.example']]],
  ['请看https://例子.测试/路径。谢谢', ['https://例子.测试/路径']],
  ['https://مثال.example/ب', ['https://مثال.example/ب']],
  // Several.
  ['https://a.example https://b.example', ['https://a.example', 'https://b.example']],
  ['https://a.example/?to=https://b.example', ['https://a.example/?to=https://b.example']],
  ['https://a.example/www.b.example', ['https://a.example/www.b.example']],
  // No links.
  ['javascript:alert(1)', []],
  ['javascript://www.a.example/%0aalert(1)', []],
  ['data:text/html,<b>', []],
  ['ftp://a.example', []],
  ['ftp://www.a.example', []],
  ['//a.example/b', []],
  ['\\\\www.a.example', []],
  ['mailto:anna@a.example', []],
  ['anna@a.example', []],
  ['anna@www.a.example', []],
  ['index.js and a.example', []],
  ['xhttps://a.example', []],
  ['https://', []],
  ['http:// a.example', []],
  ['https://bank.example@b.example', []],
  ['https://anna:secret@b.example', []],
])('%s', (text, expected) => {
  const links = findLinks(text).map(({ from, to, href }) => [text.slice(from, to), href])
  expect(links).toEqual(expected.map((link) => (typeof link === 'string' ? [link, link] : link)))
})

const pieces = fc.oneof(
  fc.constantFrom('https://', 'www.', 'a.example', '/b', '(', ')', '[', '"', "'", ':', '@', '.', ' '),
  fc.string({ unit: 'binary' }),
)

test('links are in order, within the text, and lead only to http and https', () => {
  fc.assert(
    fc.property(fc.array(pieces), (written) => {
      const text = written.join('')
      let at = 0
      for (const { from, to, href } of findLinks(text)) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        expect(['http:', 'https:']).toContain(new URL(href).protocol)
        expect(href.toLowerCase().endsWith(text.slice(from, to).toLowerCase())).toBe(true)
        at = to
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }),
  )
})

test.each(['(', '[', '"', "'", '-', '!', '.', ':', 'www.', 'https://', 'a@', 'a.', '/((a)'])(
  'a whole message of %s is searched within 500 ms',
  (sign) => {
    const text = `https://a.example/${sign.repeat(4_000)}`.slice(0, 4_000)
    const begun = performance.now()
    findLinks(text)
    expect(performance.now() - begun).toBeLessThan(500)
  },
)
