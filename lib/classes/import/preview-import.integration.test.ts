import { describe, expect, test } from 'vitest'
import type { Context } from '#lib/context/context.ts'
import { type ClassId, classId as toClassId } from '#lib/kernel/ids.ts'
import { toChunks } from '#scripts/testing/import-file.ts'
import { makeWorkbook } from '#scripts/testing/make-workbook.ts'
import { createSchool } from '#scripts/testing/school.ts'
import type { FileFormatQuery } from './api.ts'
import { previewImport } from './preview-import.ts'

function previewing(
  context: Context,
  classId: ClassId,
  text: string | Uint8Array,
  query: Partial<FileFormatQuery> = {},
) {
  return previewImport(context, { classId, file: toChunks(text), defaultSeatKind: 'online', ...query })
}

describe('the preview', () => {
  test('shows the result of each row, and writes nothing', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [known, enrolled] = await school.people('STUDENT', 2)
    if (!known || !enrolled) throw new Error('two students')
    const classId = await school.course('HYBRID', 2)
    await school.database.class.update({ where: { id: classId }, data: { inPersonCapacity: 1 } })
    await school.enrol(classId, [enrolled])
    const text = [
      'E-Mail;Vor- und Nachname;Teilnahme;Ort',
      'ana@x.org;Ana Lima;online;Potsdam',
      `${known.email};;vor Ort;Bonn`,
      `${enrolled.email};;online;`,
      '"li@x.org";"Li\nWei";Room 2;',
      'kofi.asante@example;Kofi Asante;online;',
      'ana@x.org;Ana Lima;beides;',
    ].join('\r\n')
    const preview = await previewing(admin, classId, text)
    expect(preview).toMatchObject({
      delimiter: 'semicolon',
      header: true,
      columns: [
        { name: 'E-Mail', meaning: 'email' },
        { name: 'Vor- und Nachname', meaning: 'name' },
        { name: 'Teilnahme', meaning: 'seatKind' },
        { name: 'Ort', meaning: null, samples: ['Potsdam', 'Bonn'] },
      ],
      counts: { rows: 6, ready: 3, faulty: 2, new: 2, known: 1, enrolled: 1, cleaned: 1 },
      seats: [
        { kind: 'online', free: 1, requested: 1, waitlisted: 0 },
        { kind: 'in_person', free: 1, requested: 2, waitlisted: 1 },
      ],
      good: [
        { lines: { from: 2, to: 2 }, email: 'ana@x.org', seatKind: 'online', status: 'new' },
        { lines: { from: 3, to: 3 }, seatKind: 'in_person', status: 'known' },
        { lines: { from: 4, to: 4 }, status: 'enrolled' },
        {
          lines: { from: 5, to: 6 },
          name: 'Li Wei',
          seatKind: 'in_person',
          status: 'new',
          cleaned: ['name'],
        },
      ],
      faulty: [
        {
          lines: { from: 7, to: 7 },
          cells: ['kofi.asante@example', 'Kofi Asante', 'online', ''],
          faults: [{ field: 'email', message: '“kofi.asante@example” is missing an ending, such as .org' }],
        },
        {
          lines: { from: 8, to: 8 },
          seatKindText: 'beides',
          faults: [
            { field: 'seatKind', message: '“beides” is neither online nor in person' },
            { field: 'email', message: '“ana@x.org” is already on line 2' },
          ],
        },
      ],
    })
    expect(preview.columns[2]?.values).toContainEqual({ value: 'vor Ort', seatKind: 'in_person' })
    expect(await school.database.user.count()).toBe(3)
    expect(await school.database.enrolment.count()).toBe(1)
  })

  test('shows the columns of a file without addresses, for choosing one', async () => {
    const school = await createSchool()
    const preview = await previewing(
      await school.asAdmin(),
      await school.course(),
      'Who,Town\nana at x.org,Bonn\n',
    )
    expect(preview.columns.map(({ meaning }) => meaning)).toEqual([null, null])
    expect(preview).toMatchObject({ counts: { rows: 1, ready: 0 } })
  })

  test('reads 10,000 rows, shows the first of them, and counts all', async () => {
    const school = await createSchool()
    const rows = Array.from(
      { length: 10_000 },
      (_, at) => `person${at}@school${at % 10 ? '.test' : ''},Person ${at}`,
    )
    const preview = await previewing(await school.asAdmin(), await school.course(), rows.join('\n'))
    expect(preview.counts).toMatchObject({ rows: 10_000, ready: 9000, faulty: 1000 })
    expect(preview.faulty).toHaveLength(200)
    expect(preview.good).toHaveLength(20)
  })

  test('skips a million empty lines, and refuses a file with too many rows', async () => {
    const school = await createSchool()
    const [admin, classId] = [await school.asAdmin(), await school.course()]
    const text = `name,email\n${'\n'.repeat(1_000_000)}Ana Lima,ana@x.org\n`
    expect(await previewing(admin, classId, text)).toMatchObject({
      counts: { rows: 1, ready: 1, faulty: 0 },
      good: [{ lines: { from: 1_000_002, to: 1_000_002 }, email: 'ana@x.org' }],
    })
    const large = `name,email\n${'Ana Lima,ana@x.org\n'.repeat(20_001)}`
    await expect(previewing(admin, classId, large)).rejects.toMatchObject({ reason: 'fileTooManyRows' })
  })

  test('of an Excel file has its sheets, the row numbers of the sheet, and its text for editing', async () => {
    const school = await createSchool()
    const [admin, classId] = [await school.asAdmin(), await school.course()]
    const file = await makeWorkbook({
      Empty: [[null]],
      Students: [
        [null, null],
        ['Mail', 'Name'],
        ['ana@x.org', 'Ana\nLima'],
        [null],
        ['bo.x.org', 'Bo', 'a note'],
      ],
      Others: [['li@x.org', 'Li, Wei']],
    })
    const preview = await previewing(admin, classId, file)
    expect(preview).toMatchObject({
      delimiter: 'comma',
      header: true,
      workbook: { sheets: ['Students', 'Others'], sheet: 0 },
      columns: [{ name: 'Mail', meaning: 'email' }, { name: 'Name', meaning: 'name' }, { name: '' }],
      good: [{ lines: { from: 3, to: 3 }, email: 'ana@x.org', name: 'Ana Lima', cleaned: ['name'] }],
      faulty: [{ lines: { from: 5, to: 5 }, faults: [{ message: '“bo.x.org” has no @' }] }],
    })
    const again = await previewing(admin, classId, preview.workbook?.text ?? '', { delimiter: 'comma' })
    expect(again).toEqual({ ...preview, workbook: null })
    expect(await previewing(admin, classId, file, { sheet: 1, delimiter: 'tab' })).toMatchObject({
      workbook: { sheet: 1 },
      delimiter: 'comma',
      header: false,
      good: [{ lines: { from: 1, to: 1 }, email: 'li@x.org', name: 'Li, Wei' }],
    })
  })

  test('shows cleaned rows even far down in a file', async () => {
    const school = await createSchool()
    const [admin, known] = [await school.asAdmin(), await school.person('STUDENT', 'Noor')]
    const rows = Array.from({ length: 50 }, (_, at) => `person${at}@x.org;Person ${at}`)
    const text = ['sep=;', ...rows, '"Lima, Ana" <ana@x.org>;'.replaceAll('"', ''), `${known.email};"No\nor"`]
    const preview = await previewing(admin, await school.course(), text.join('\n'))
    expect(preview).toMatchObject({ delimiter: 'semicolon', header: false, counts: { rows: 52, cleaned: 1 } })
    expect(preview.good).toHaveLength(21)
    expect(preview.good.at(-1)).toMatchObject({
      lines: { from: 52, to: 52 },
      email: 'ana@x.org',
      name: 'Lima, Ana',
      cleaned: ['email'],
    })
  })

  test('shows an international domain in its own script', async () => {
    const school = await createSchool()
    const text = 'anna@MÜNCHEN.test,Anna\nanna@xn--mnchen-3ya.test,Anna'
    const preview = await previewing(await school.asAdmin(), await school.course(), text)
    expect(preview.good).toMatchObject([{ email: 'anna@münchen.test' }])
    expect(preview.faulty).toMatchObject([
      {
        email: 'anna@münchen.test',
        faults: [{ message: '“anna@xn--mnchen-3ya.test” is already on line 1' }],
      },
    ])
  })

  test('uses the given columns', async () => {
    const school = await createSchool()
    const text = 'first,second\nana@x.org,bo@x.org\n'
    const query = { email: 1, name: 0, header: true, defaultSeatKind: 'in_person' } as const
    const preview = await previewing(await school.asAdmin(), await school.course(), text, query)
    expect(preview.good).toMatchObject([{ email: 'bo@x.org', name: 'ana@x.org', seatKind: 'in_person' }])
  })

  test('is for admins, and only for existing classes', async () => {
    const school = await createSchool()
    const classId = await school.course()
    for (const role of ['STUDENT', 'TRAINER'] as const) {
      const context = school.as(await school.person(role))
      await expect(previewing(context, classId, 'a@x.org')).rejects.toMatchObject({ code: 'forbidden' })
    }
    const unknown = toClassId.parse(crypto.randomUUID())
    await expect(previewing(await school.asAdmin(), unknown, 'a@x.org')).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
