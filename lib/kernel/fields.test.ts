import { describe, expect, test } from 'vitest'
import { instant, searchText, singleLine, text, timeZone } from './fields.ts'

const faultsOf = (parsed: { error?: { issues: { message: string }[] } }) =>
  parsed.error?.issues.map((issue) => issue.message)

describe('a time zone', () => {
  test.each([
    'Europe/Berlin',
    'Africa/Casablanca',
    'America/Argentina/Buenos_Aires',
    'Asia/Kolkata',
    'UTC',
    'Etc/GMT+5',
  ])('%s is valid', (zone) => {
    expect(timeZone.parse(zone)).toBe(zone)
  })

  test.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
  ])('%s is kept as %s', (sent, kept) => {
    expect(timeZone.parse(sent)).toBe(kept)
  })

  test.each([
    '',
    'Berlin',
    'Europe/Nowhere',
    '+02:00',
    '-0500',
    'Europe/Berlin ',
    "'; --",
    'Europe/Berlin\u0000',
  ])('%j is invalid', (zone) => {
    expect(faultsOf(timeZone.safeParse(zone))).toEqual(['notAZone'])
  })
})

describe('an instant', () => {
  test.each([
    ['2026-11-24T17:00:00Z', '2026-11-24T17:00:00.000Z'],
    ['2026-11-24T18:00:00+01:00', '2026-11-24T17:00:00.000Z'],
    ['2026-11-24T17:00:00.123456Z', '2026-11-24T17:00:00.123Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
  ])('%s is %s', (given, expected) => {
    expect(instant.parse(given).toISOString()).toBe(expected)
  })

  test.each([
    '2026-11-24T17:00:00',
    '2026-11-24',
    '2026-02-30T17:00:00Z',
    '2026-11-24T25:00:00Z',
    'tomorrow',
    '0000-01-01T00:00:00Z',
    '1969-12-31T23:59:59Z',
    '9999-12-31T23:59:59-14:00',
    '1764000000',
  ])('%s is invalid', (given) => {
    expect(faultsOf(instant.safeParse(given))).toContain('notATime')
  })
})

describe('paragraphs', () => {
  test('are cleaned; line breaks and letters of any language are kept', () => {
    for (const written of [
      'Le\u00efla',
      '\u65e5\u672c\u8a9e',
      'two\nlines',
      'a\ttab',
      '\u{1f469}\u200d\u{1f3eb}',
    ]) {
      expect(text(20).parse(` ${written} `)).toBe(written)
    }
    expect(text(20).parse('two\r\nli\u0000nes\u200b')).toBe('two\nlines')
  })

  test.each([
    ['', 'required'],
    [' \n ', 'required'],
    ['\u200b', 'required'],
    ['\u2800', 'required'],
    ['x'.repeat(31), 'tooLong'],
    ['half a surrogate pair \ud800', 'unkeepable'],
  ])('%j: %s', (written, fault) => {
    expect(faultsOf(text(30).safeParse(written))).toEqual([fault])
  })

  test('are measured after cleaning', () => {
    expect(text(4).parse('Joa\u0303o\u200b\u200b')).toBe('Jo\u00e3o')
  })
})

describe('a line', () => {
  test.each([
    [' Anna  Lee ', 'Anna Lee'],
    ['Anna\tLee', 'Anna Lee'],
    ['Anna Lee\r\n', 'Anna Lee'],
    ['Joa\u0303o \u202eSilva', 'Jo\u00e3o Silva'],
  ])('%j is %j', (written, expected) => {
    expect(singleLine(30).parse(written)).toBe(expected)
  })

  test.each([
    ['', 'required'],
    ['\u3164', 'required'],
    ['x'.repeat(31), 'tooLong'],
    ['half a surrogate pair \udc00', 'unkeepable'],
    ...['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'].map((mark) => [
      `two${mark}lines`,
      'oneLine',
    ]),
  ])('%j: %s', (written, fault) => {
    expect(faultsOf(singleLine(30).safeParse(written))).toEqual([fault])
  })
})

test('search text may be empty', () => {
  expect(searchText.parse('  ')).toBe('')
  expect(searchText.parse('\u0000')).toBe('')
  expect(searchText.parse(' jo\u200bao ')).toBe('joao')
})
