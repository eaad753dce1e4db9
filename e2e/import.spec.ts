import { expect, type Page } from '@playwright/test'
import { makeWorkbook } from '#scripts/testing/make-workbook.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { expectToFit } from './expect-to-fit.ts'
import { test } from './fixtures.ts'
import { holdCode } from './hold-code.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** 30 students in a German spreadsheet's CSV: three rows are faulty, one contains a line break. */
function fileWithFaults(tag: string): string {
  const rows = Array.from({ length: 30 }, (_, at) => [
    `student${at}.${tag}@example.org`,
    `Student ${at}`,
    'online',
  ])
  const cell = (row: number, column: number, value: string) => rows[row]?.splice(column, 1, value)
  cell(2, 1, '"Li\r\nWei"')
  cell(6, 0, `kofi.${tag}@example`)
  cell(15, 0, `student8.${tag}@example.org`)
  cell(21, 2, 'beides')
  for (const at of [1, 4, 9, 20, 25, 26, 27, 28]) cell(at, 2, 'vor Ort')
  const lines = [['E-Mail', 'Vor- und Nachname', 'Teilnahme'], ...rows].map((cells) => cells.join(';'))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

async function hybridClass({ database, course }: { database: School['database']; course: School['course'] }) {
  const id = await course('HYBRID', 24)
  const title = `A class of ${id.slice(-8)}`
  await database.class.update({ where: { id }, data: { title, inPersonCapacity: 8 } })
  return { id, title }
}

type School = Parameters<Parameters<typeof test>[2]>[0]['school']

/** Counts mouse clicks across pages. */
async function countClicks(page: Page) {
  await page.addInitScript(() => {
    addEventListener(
      'click',
      ({ isTrusted, detail }) => {
        if (isTrusted && detail > 0) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1
      },
      true,
    )
  })
  return () => page.evaluate(() => Number(sessionStorage.clicks ?? 0))
}

test('30 students are imported from CSV with 4 clicks, and three faulty rows are fixed on the way', async ({
  school,
  as,
}) => {
  const { id, title } = await hybridClass(school)
  const tag = id.slice(-8)
  const { page } = await as('Marta')
  const clicks = await countClicks(page)
  await page.goto('/admin/classes')

  await page.getByRole('link', { name: `Enrol students in ${title}` }).click()
  await page.getByRole('link', { name: 'From a file or pasted addresses' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByLabel(/Choose a CSV or Excel file/).click()
  const file = { name: 'cohort.csv', mimeType: 'text/csv', buffer: Buffer.from(fileWithFaults(tag)) }
  await (await choosing).setFiles(file)

  await expect(page.getByText('30 rows, semicolon-separated, UTF-8')).toBeVisible()
  await expect(page.getByText(`“kofi.${tag}@example” is missing an ending, such as .org`)).toBeVisible()
  await expect(page.getByText(`“student8.${tag}@example.org” is already on line 11`)).toBeVisible()
  await expect(page.getByText('“beides” is neither online nor in person')).toBeVisible()
  await expectNoViolations(page)
  for (const [colorScheme, width] of [
    ['dark', 1440],
    ['dark', 390],
    ['light', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await expectNoViolations(page)
    await expectToFit(page)
  }
  await page.setViewportSize({ width: 1440, height: 900 })

  await expect(page.getByLabel('E-mail, line 9')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(`kofi.${tag}@example.org`)
  await page.keyboard.press('Tab')
  await expect(
    page.getByText(`Fixed. Before: “kofi.${tag}@example” is missing an ending, such as .org`),
  ).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('E-mail, line 18')).toBeFocused()
  await page.keyboard.type(`chidi.${tag}@example.org`)
  await page.keyboard.press('Enter')
  await expect(
    page.getByText(`Fixed. Before: “student8.${tag}@example.org” is already on line 11`),
  ).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Online or in person, line 24')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  // Enrol right away: the last fix is still checked before anything is written.
  await page.getByRole('button', { name: /^(Enrol|Checking)/ }).click()

  await expect(page.getByRole('heading', { name: `30 of 30 enrolled in ${title}` })).toBeVisible()
  await expect(page.getByText('3 rows fixed, none skipped')).toBeVisible()
  expect(await clicks()).toBe(4)
  await expectNoViolations(page)
  const enrolled = await school.database.enrolment.groupBy({
    by: ['kind'],
    where: { classId: id },
    _count: true,
  })
  expect(Object.fromEntries(enrolled.map(({ kind, _count }) => [kind, _count]))).toEqual({
    online: 22,
    in_person: 8,
  })
  const kofi = await school.database.user.findUnique({ where: { email: `kofi.${tag}@example.org` } })
  expect(kofi).toMatchObject({ name: 'Student 6', role: 'STUDENT' })

  await page.getByRole('button', { name: 'Import another file' }).click()
  await page.getByLabel(/Choose a CSV or Excel file/).setInputFiles({
    ...file,
    buffer: Buffer.from(
      fileWithFaults(tag)
        .replace(`kofi.${tag}@example;`, `kofi.${tag}@example.org;`)
        .replace('beides', 'online')
        .replace(`student8.${tag}@example.org;Student 15`, `chidi.${tag}@example.org;Student 15`),
    ),
  })
  await expect(page.getByText('All 30 are already enrolled.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Enrol 0' })).toBeDisabled()
})

test('pasted addresses are enrolled with the keyboard alone', async ({ school, as }) => {
  const { id, title } = await hybridClass(school)
  const tag = id.slice(-8)
  const known = await school.person('STUDENT', 'Ingrid')
  const { page } = await as('Marta')
  const clicks = await countClicks(page)
  await page.goto(`/admin/classes/${id}/import`)
  await expectNoViolations(page)
  await page.getByLabel('Paste addresses').focus()
  await page.keyboard.insertText(`Ana Lima <ana.${tag}@example.org>, ${known.email}\nno address`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  await expect(page.getByText('“no address” has no @')).toBeVisible()
  await expect(page.getByLabel('E-mail, line 3')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip line 3' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Skipped')).toBeVisible()
  await page.getByRole('button', { name: 'Enrol 2' }).press('Enter')
  await expect(page.getByRole('heading', { name: `2 of 3 enrolled in ${title}` })).toBeVisible()
  expect(await clicks()).toBe(0)
  expect(await school.database.enrolment.count({ where: { classId: id } })).toBe(2)
})

test('students are imported from the chosen sheet of an Excel file', async ({ school, as }) => {
  const { id, title } = await hybridClass(school)
  const tag = id.slice(-8)
  const { page } = await as('Marta')
  await page.goto(`/admin/classes/${id}/import`)
  const head = ['E-mail', 'Name', 'Where']
  const bytes = await makeWorkbook({
    'Last year': [head, [`old.${tag}@example.org`, 'Old', 'online']],
    'This year': [
      head,
      [`Ana <ana.${tag}@example.org>`, 'Ana\nLima', 'online'],
      [null, null, null],
      [`bo.${tag}.example.org`, 'Bo Li', 'in_person'],
    ],
  })
  const file = { name: 'cohort.xlsx', mimeType: XLSX, buffer: Buffer.from(bytes) }
  await page.getByLabel(/Choose a CSV or Excel file/).setInputFiles(file)
  await expect(page.getByText('1 row in the sheet “Last year”')).toBeVisible()
  await page.getByLabel('Sheet', { exact: true }).selectOption('This year')
  await expect(page.getByText('2 rows in the sheet “This year”')).toBeVisible()
  await expect(page.getByText(`“bo.${tag}.example.org” has no @`)).toBeVisible()
  await expect(page.getByText('1 row was cleaned up')).toBeVisible()
  await expect(page.getByRole('row', { name: `ana.${tag}@example.org` })).toContainText('Ana Lima')
  await expectNoViolations(page)

  await page.getByLabel('E-mail, line 4').fill(`bo.${tag}@example.org`)
  await page.getByLabel('E-mail, line 4').press('Enter')
  await expect(page.getByText(`Fixed. Before: “bo.${tag}.example.org” has no @`)).toBeVisible()
  await page.getByRole('button', { name: 'Enrol 2' }).click()
  await expect(page.getByRole('heading', { name: `2 of 2 enrolled in ${title}` })).toBeVisible()
  const enrolled = await school.database.enrolment.findMany({
    where: { classId: id },
    select: { kind: true, student: { select: { name: true } } },
    orderBy: { student: { name: 'asc' } },
  })
  expect(enrolled).toEqual([
    { kind: 'online', student: { name: 'Ana Lima' } },
    { kind: 'in_person', student: { name: 'Bo Li' } },
  ])
})

test('the error for an unreadable file says where the fault is', async ({ school, as }) => {
  const { id } = await hybridClass(school)
  const { page } = await as('Marta')
  await page.goto(`/admin/classes/${id}/import`)
  const choose = (text: string | Buffer) =>
    page
      .getByLabel(/Choose a CSV or Excel file/)
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose('E-mail,Name\na@example.org,A\n"b@example.org,B\nc@example.org,C\n')
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText(
    'A quotation mark on line 3 has no closing quotation mark',
  )
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Choose another file' }).click()
  await choose(Buffer.from('\uFEFFE-mail,Name\n', 'utf16le'))
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText('not in UTF-8')
  await page.getByRole('button', { name: 'Choose another file' }).click()
  await choose('Who,Town\nAna,Bonn\n')
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText(
    'We found no column with e-mail addresses.',
  )
})

test('a file chosen before the page’s code has loaded is checked once it has', async ({ school, as }) => {
  const { id } = await hybridClass(school)
  const { page } = await as('Marta')
  const releaseCode = await holdCode(page)
  const going = page.goto(`/admin/classes/${id}/import`, { waitUntil: 'commit' })
  await page
    .getByLabel(/Choose a CSV or Excel file/)
    .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('Who,Town\nAna,Bonn\n') })
  releaseCode()
  await going
  await expect(page.getByText('We found no column with e-mail addresses.')).toBeVisible()
})

test('a stopped import writes nothing', async ({ school, as, installation }) => {
  const { id } = await hybridClass(school)
  await as('Marta')
  const rows = Array.from({ length: 20_000 }, (_, at) => `p${at}.${id.slice(-8)}@example.org,Person ${at}`)
  const send = (signal?: AbortSignal) =>
    fetch(`${installation.baseUrl}/api/v1/admin/classes/${id}/import`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${school.personCalled('Marta').credential}`,
        'content-type': 'text/csv',
      },
      body: rows.join('\n'),
      signal,
    })
  const stopping = new AbortController()
  const stopped = await send(stopping.signal)
  const first = await stopped.body?.getReader().read()
  expect(new TextDecoder().decode(first?.value)).toContain('"checked":1000')
  stopping.abort()

  // The stopped import locks the class until it has ended: any student that it had written would be found here.
  const lines = (await (await send()).text()).trim().split('\n')
  const result = JSON.parse(lines.at(-1) ?? '')
  expect(result.data).toMatchObject({ rows: 20_000, enrolled: 20_000, alreadyEnrolled: 0, invited: 20_000 })
})
