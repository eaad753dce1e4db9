import { expect, test } from 'vitest'
import { rawText, singleLine, text } from '#lib/kernel/fields.ts'
import { type Cleaning, countExcess } from './count-excess.ts'

const schemas = { line: singleLine, paragraphs: text, sent: rawText }

/** The expected values are also checked against the API's own schemas. */
test.each<[string, string, Cleaning, number]>([
  ['exactly at the limit', 'abcde', 'line', 0],
  ['one character over the limit', 'abcdef', 'paragraphs', 1],
  ['white space around it', '\n  abcde\u00a0\u2003\n', 'paragraphs', 0],
  ['white space around a text that is sent unchanged', ' abcde ', 'sent', 2],
  ['a run of blanks in a line', 'ab    de', 'line', 0],
  ['a run of blanks in paragraphs', 'ab    de', 'paragraphs', 3],
  ['line breaks of two characters', 'ab\r\nde', 'paragraphs', 0],
  ['invisible characters', 'ab\u200bcd\u200be', 'line', 0],
  ['two code units each', '👍👍👍👍👍', 'line', 0],
  ['a family of five code points', '👨‍👩‍👧', 'paragraphs', 0],
  ['letter and accent as separate code points', 'e\u0301e\u0301e\u0301', 'paragraphs', 0],
  ['the same in a text that is sent unchanged', 'e\u0301e\u0301e\u0301', 'sent', 1],
])('%s: %j as %s', (_what, written, taken, excess) => {
  expect(countExcess(written, 5, taken)).toBe(excess)
  expect(schemas[taken](5).safeParse(written).success).toBe(excess === 0)
})
