import { describe, expect, test } from 'vitest'
import { instant, searched, text, timeZone } from './fields.ts'

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
  ])('%s is one', (zone) => {
    expect(timeZone.parse(zone)).toBe(zone)
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
  ])('%j is none', (zone) => {
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
  ])('%s is none', (given) => {
    expect(faultsOf(instant.safeParse(given))).toContain('notATime')
  })
})

describe('what a person wrote', () => {
  test('is trimmed; lines and letters of any language are kept', () => {
    for (const written of ['Leïla', '日本語', 'two\nlines', 'a\ttab', '👩‍🏫']) {
      expect(text(20).parse(` ${written} `)).toBe(written)
    }
  })

  test.each([
    ['', 'required'],
    [' \n ', 'required'],
    ['x'.repeat(31), 'tooLong'],
    ['nul\u0000', 'unkeepable'],
    ['escape\u001b[31m', 'unkeepable'],
    ['half a surrogate pair \ud800', 'unkeepable'],
  ])('%j: %s', (written, fault) => {
    expect(faultsOf(text(30).safeParse(written))).toEqual([fault])
  })

  test('what is looked for may be empty', () => {
    expect(searched.parse('  ')).toBe('')
    expect(faultsOf(searched.safeParse('\u0000'))).toEqual(['unkeepable'])
  })
})
