import { expect, test } from 'vitest'
import { workbookOf } from '#scripts/testing/workbook-of.ts'
import { zipOf } from '#scripts/testing/zip-of.ts'
import { unpackedSize } from './unpacked-size.ts'

test('the sum of what the directory says', async () => {
  expect(unpackedSize(zipOf({}))).toBe(0)
  expect(unpackedSize(zipOf({ a: { text: 'a'.repeat(1000) }, b: { text: 'é' } }))).toBe(1002)
  expect(unpackedSize(zipOf({ a: { text: '', size: 3_000_000_000 } }))).toBe(3_000_000_000)
  expect(unpackedSize(await workbookOf({ One: [['a']] }))).toBeGreaterThan(1000)
})

test('a comment behind it is no part of it', () => {
  const archive = Buffer.concat([zipOf({ a: { text: 'text' } }), Buffer.from('a comment, '.repeat(1000))])
  expect(unpackedSize(archive)).toBe(4)
})

test.each([
  ['nothing', new Uint8Array()],
  ['text', new TextEncoder().encode('PK\x03\x04 that is no archive')],
  ['an archive that is cut off', zipOf({ a: { text: 'text' } }).subarray(0, 60)],
  ['one whose beginning is missing', zipOf({ a: { text: 'text' } }).subarray(10)],
  ['an encrypted one', zipOf({ a: { text: 'text', flags: 1 } })],
  ['one of zip64', zipOf({ a: { text: 'text', size: 0xffffffff } })],
])('%s has none', (_, bytes) => {
  expect(unpackedSize(bytes)).toBeNull()
})
