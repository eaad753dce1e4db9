import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText } from './clean-text.ts'

describe('invisible characters', () => {
  test.each([
    ['a combining accent becomes one letter', 'Joa\u0303o', 'Jo\u00e3o'],
    ['Hangul in parts', '\u1112\u1161\u11ab', '\ud55c'],
    ['the Angstrom sign', '\u212bngstr\u00f6m', '\u00c5ngstr\u00f6m'],
    ['NUL', 'An\u0000na', 'Anna'],
    ['a terminal escape', 'An\u001b[31mna', 'An[31mna'],
    ['DEL and C1', 'An\u007f\u009fna', 'Anna'],
    ['a zero-width space', 'An\u200bna', 'Anna'],
    ['a byte order mark', '\ufeffAnna', 'Anna'],
    ['a word joiner', 'An\u2060na', 'Anna'],
    ['a soft hyphen', 'An\u00adna', 'Anna'],
    ['a combining grapheme joiner', 'An\u034fna', 'Anna'],
    ['an override of the direction', 'Anna \u202egpj.exe', 'Anna gpj.exe'],
    ['embeddings', '\u202aAnna\u202c \u202bLee\u202c', 'Anna Lee'],
    ['isolates', '\u2067Anna\u2069', 'Anna'],
    ['direction marks in Latin text', 'Anna\u200e Lee\u200f', 'Anna Lee'],
    ['joiners between Latin letters', 'An\u200dn\u200ca', 'Anna'],
    ['joiners at the edge of an emoji', '\u{1f469}\u200d Anna', '\u{1f469} Anna'],
    ['repeated joiners in an emoji', '\u{1f469}\u200d\u200d\u{1f3eb}', '\u{1f469}\u{1f3eb}'],
    ['a variation selector after a letter', 'A\ufe0fnna', 'Anna'],
    ['tags', 'Anna\u{e0041}\u{e0042}', 'Anna'],
    ['a Hangul filler', 'Anna\u3164', 'Anna'],
    ['a noncharacter', 'Anna\uffff\u{1fffe}', 'Anna'],
    ['an interlinear anchor', 'Anna\ufff9', 'Anna'],
  ])('%s', (_, written, expected) => {
    expect(cleanText(written)).toBe(expected)
  })
})

describe('characters that spelling needs', () => {
  test.each([
    ['an emoji of several', '\u{1f469}\u200d\u{1f3eb}'],
    ['an emoji with a skin tone', '\u{1f469}\u{1f3fd}\u200d\u{1f4bb}'],
    ['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['a rainbow flag', '\u{1f3f3}\ufe0f\u200d\u{1f308}'],
    ['the flag of Scotland', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['a heart as text', '\u2764\ufe0e'],
    ['Persian with a non-joiner', '\u0639\u0644\u06cc\u200c\u0631\u0636\u0627'],
    ['Sinhala with a joiner', '\u0dc1\u0dca\u200d\u0dbb\u0dd3'],
    ['Hindi with a joiner', '\u0915\u094d\u200d\u0937'],
    ['Malayalam with a joiner at its end', '\u0d28\u0d4d\u200d'],
    ['a form of a Chinese character', '\u845b\u{e0100}\u57ce'],
    ['a direction mark in Hebrew', 'C++\u200e \u05dc\u05de\u05ea\u05d7\u05d9\u05dc\u05d9\u05dd'],
    ['a curly apostrophe', 'O\u2019Brien'],
    ['a no-break space', 'Anna\u00a0Lee'],
  ])('%s is kept', (_, written) => {
    expect(cleanText(written)).toBe(written)
  })
})

describe('a text without visible characters is empty', () => {
  test.each([
    '',
    ' \n\t',
    '\u200b\u200b',
    '\u3164',
    '\u2800',
    '\u2800 \u2800',
    '\u00ad',
    '\u202e',
    '\u0301',
    '\u200d\ufe0f',
  ])('%j', (written) => {
    expect(cleanText(written)).toBe('')
    expect(cleanLine(written)).toBe('')
  })
})

test('every line break becomes \\n, and a tab stays', () => {
  expect(cleanText(' a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh\ti ')).toBe('a\nb\nc\nd\ne\nf\ng\nh\ti')
})

test('in a single line each run of whitespace becomes one space', () => {
  expect(cleanLine('Anna \r\n\t Maria  Lee\u00a0\u00a0Ek')).toBe('Anna Maria Lee Ek')
})

const letters = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'aAé\u0301\u200b\u200c\u200d\u200e\u202e\ufe0f\u0645\u0915\u094d\u2800 \t\n\r\u3164',
      '\u{1f469}',
      '\u{1f3fd}',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})

test('a joiner that NFC separates from its letter is removed', () => {
  const once = cleanText('\u0301\u094d\u200d\u0915')
  expect(once).toBe('\u094d\u0301\u0915')
  expect(cleanText(once)).toBe(once)
})

test('cleaning is idempotent', () => {
  fc.assert(
    fc.property(letters, (written) => {
      const once = cleanText(written)
      expect(cleanText(once)).toBe(once)
      const line = cleanLine(written)
      expect(cleanLine(line)).toBe(line)
      expect(line).not.toMatch(/[\n\t\p{Cc}]/u)
    }),
    { numRuns: 2000 },
  )
})
