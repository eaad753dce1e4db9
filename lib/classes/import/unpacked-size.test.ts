import { expect, test } from 'vitest'
import { makeWorkbook } from '#scripts/testing/make-workbook.ts'
import { makeZip } from '#scripts/testing/make-zip.ts'
import { unpackedSize } from './unpacked-size.ts'

test('the size is the sum of the sizes in the directory', async () => {
  expect(unpackedSize(makeZip({}))).toBe(0)
  expect(unpackedSize(makeZip({ a: { text: 'a'.repeat(1000) }, b: { text: 'é' } }))).toBe(1002)
  expect(unpackedSize(makeZip({ a: { text: '', size: 3_000_000_000 } }))).toBe(3_000_000_000)
  expect(unpackedSize(await makeWorkbook({ One: [['a']] }))).toBeGreaterThan(1000)
})

test('a trailing comment does not count', () => {
  const archive = Buffer.concat([makeZip({ a: { text: 'text' } }), Buffer.from('a comment, '.repeat(1000))])
  expect(unpackedSize(archive)).toBe(4)
})

test.each([
  ['nothing', new Uint8Array()],
  ['text', new TextEncoder().encode('PK\x03\x04 that is no archive')],
  ['a truncated archive', makeZip({ a: { text: 'text' } }).subarray(0, 60)],
  ['an archive whose beginning is missing', makeZip({ a: { text: 'text' } }).subarray(10)],
  ['an encrypted archive', makeZip({ a: { text: 'text', flags: 1 } })],
  ['a zip64 archive', makeZip({ a: { text: 'text', size: 0xffffffff } })],
])('%s has no known size', (_, bytes) => {
  expect(unpackedSize(bytes)).toBeNull()
})
