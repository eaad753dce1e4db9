import { describe, expect, test } from 'vitest'
import { makeWorkbook } from '#scripts/testing/make-workbook.ts'
import { makeZip, rawWorkbook } from '#scripts/testing/make-zip.ts'
import { isWorkbook, readWorkbook } from './read-workbook.ts'

const head = ['E-mail', 'Name']

describe('an Excel file', () => {
  test('becomes CSV with one line per row', async () => {
    const read = await readWorkbook(
      await makeWorkbook({
        Students: [head, ['ana@x.org', 'Ana\nLima'], [null, null], ['bo@x.org', '"Bo", 李']],
      }),
    )
    expect(read).toEqual({
      sheets: ['Students'],
      sheet: 0,
      text: '"E-mail","Name"\n"ana@x.org","Ana\u2028Lima"\n\n"bo@x.org","""Bo"", 李"',
    })
  })

  test('gives dates, numbers and booleans as text', async () => {
    const { text } = await readWorkbook(
      await makeWorkbook({ One: [[new Date('2027-08-17T00:00:00Z'), 7, 1.25, true]] }),
    )
    expect(text).toBe('"2027-08-17","7","1.25","TRUE"')
  })

  test('is read from its first non-empty sheet, or from another one', async () => {
    const bytes = () => makeWorkbook({ Cover: [[null]], Old: [['old@x.org']], New: [['new@x.org']] })
    expect(await readWorkbook(await bytes())).toEqual({
      sheets: ['Old', 'New'],
      sheet: 0,
      text: '"old@x.org"',
    })
    expect(await readWorkbook(await bytes(), 1)).toMatchObject({ sheet: 1, text: '"new@x.org"' })
    await expect(readWorkbook(await bytes(), 2)).rejects.toMatchObject({ reason: 'noSuchSheet' })
  })

  test('of 5,000 rows does not block the main thread', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [`person${at}@x.org`, `Person ${at}`])
    const bytes = await makeWorkbook({ One: [head, ...rows] })
    let turns = 0
    const turning = setInterval(() => (turns += 1), 5)
    const { text } = await readWorkbook(bytes)
    clearInterval(turning)
    expect(text.split('\n')).toHaveLength(5001)
    expect(text).toMatch(/\n"person4999@x\.org","Person 4999"$/)
    expect(turns).toBeGreaterThan(5)
  })
})

describe('reading is refused for', () => {
  const compound = (rest: string) =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(rest, 'utf16le')]) as Uint8Array<ArrayBuffer>

  test.each([
    ['an old .xls file', compound('Workbook'), 'fileOldExcel'],
    ['a file with a password', compound('EncryptionInfo EncryptedPackage'), 'fileHasPassword'],
    ['a zip archive of something else', makeZip({ 'word/document.xml': { text: '<x/>' } }), 'fileNotExcel'],
    ['a truncated file', rawWorkbook('').slice(0, 300), 'fileNotExcel'],
    ['a sheet of broken XML', rawWorkbook('<row r="1"><c r="A1"'), 'fileNotExcel'],
    ['an empty workbook', rawWorkbook(''), 'fileEmpty'],
    ['a workbook that declares a huge size', rawWorkbook('', 100_000_000), 'fileUnpacksTooLarge'],
    ['a huge workbook', rawWorkbook(' '.repeat(65 * 1024 * 1024)), 'fileUnpacksTooLarge'],
  ])('%s', async (_, bytes, reason) => {
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ code: 'invalid', reason })
  })

  test('a small file whose only cell is so far away that it would exhaust memory', async () => {
    const far = rawWorkbook('<row r="2000000000"><c r="A2000000000" t="b"><v>1</v></c></row>')
    expect(far.length).toBeLessThan(5000)
    await expect(readWorkbook(far)).rejects.toMatchObject({ reason: 'fileUnpacksTooLarge' })
  }, 30_000)

  test('a file that is larger than its directory declares', async () => {
    const cell = (at: number) => `<row r="${at}"><c r="A${at}" t="b"><v>1</v></c></row>`
    const rows = Array.from({ length: 1000 }, (_, at) => cell(at + 1)).join('')
    await expect(readWorkbook(rawWorkbook(rows, 500))).rejects.toMatchObject({ reason: 'fileNotExcel' })
  })
})

test.each([
  ['PK\x03\x04…', true],
  ['\xd0\xcf\x11\xe0\xa1\xb1', true],
  ['PK', false],
  ['e-mail,name', false],
  ['', false],
])('%j: an Excel file %s', (beginning, expected) => {
  expect(isWorkbook(Buffer.from(beginning, 'latin1'))).toBe(expected)
})
