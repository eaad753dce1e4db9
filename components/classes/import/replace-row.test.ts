import { expect, test } from 'vitest'
import { replaceRow } from './replace-row.ts'

const text = 'e-mail;name\r\nana@x.org;Ana\r\n"li@x.org";"Li\nWei"\r\nkofi@x;Kofi\r\n'

test('a fixed row is written to its own line', () => {
  expect(replaceRow(text, { from: 5, to: 5 }, ['kofi@x.org', 'Kofi "K"'], 'semicolon')).toBe(
    'e-mail;name\r\nana@x.org;Ana\r\n"li@x.org";"Li\nWei"\r\n"kofi@x.org";"Kofi ""K"""',
  )
})

test('a row that loses a line break leaves an empty line, so that later rows keep their line numbers', () => {
  const mended = replaceRow(text, { from: 3, to: 4 }, ['li@x.org', 'Li Wei'], 'semicolon')
  expect(mended.split(/\r\n|\n/)[4]).toBe('kofi@x;Kofi')
  expect(replaceRow(text, { from: 3, to: 4 }, ['li@x.org', 'Li\nWei'], 'semicolon').split(/\r\n|\n/)[4]).toBe(
    'kofi@x;Kofi',
  )
})

test('a row that is left out leaves its lines empty, and is restored to them', () => {
  const without = replaceRow(text, { from: 3, to: 4 }, null, 'semicolon')
  expect(without).toBe('e-mail;name\r\nana@x.org;Ana\r\n\n\nkofi@x;Kofi\r\n')
  expect(replaceRow(without, { from: 3, to: 4 }, ['li@x.org', 'Li\nWei'], 'semicolon')).toBe(
    text.replace('Wei"\r\n', 'Wei"\n'),
  )
})

test('the last row needs no line break after it', () => {
  expect(replaceRow('a@x,A\nb@x,B', { from: 2, to: 2 }, ['b@x.org', 'B'], 'comma')).toBe(
    'a@x,A\n"b@x.org","B"',
  )
  expect(replaceRow('a@x\rb@x\rc@x', { from: 2, to: 2 }, ['b@x.org'], 'comma')).toBe('a@x\r"b@x.org"\nc@x')
})
