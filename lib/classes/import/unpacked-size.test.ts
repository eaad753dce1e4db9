import { expect, test } from 'vitest'
import { makeWorkbook } from '#scripts/testing/make-workbook.ts'
import { makeZip } from '#scripts/testing/make-zip.ts'
import { unpackedSize } from './unpacked-size.ts'

test('the sum of what the directory says', async () => {
  expect(unpackedSize(makeZip({}))).toBe(0)
  expect(unpackedSize(makeZip({ a: { text: 'a'.repeat(1000) }, b: { text: 'é' } }))).toBe(1002)
  expect(unpackedSize(makeZip({ a: { text: '', size: 3_000_000_000 } }))).toBe(3_000_000_000)
  expect(unpackedSize(await makeWorkbook({ One: [['a']] }))).toBeGreaterThan(1000)
})

test('a comment behind it is no part of it', () => {
  const archive = Buffer.concat([makeZip({ a: { text: 'text' } }), Buffer.from('a comment, '.repeat(1000))])
  expect(unpackedSize(archive)).toBe(4)
})

test.each([
  ['nothing', new Uint8Array()],
  ['text', new TextEncoder().encode('PK\x03\x04 that is no archive')],
  ['an archive that is cut off', makeZip({ a: { text: 'text' } }).subarray(0, 60)],
  ['one whose beginning is missing', makeZip({ a: { text: 'text' } }).subarray(10)],
  ['an encrypted one', makeZip({ a: { text: 'text', flags: 1 } })],
  ['one of zip64', makeZip({ a: { text: 'text', size: 0xffffffff } })],
])('%s has none', (_, bytes) => {
  expect(unpackedSize(bytes)).toBeNull()
})
