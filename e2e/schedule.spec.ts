import { expect, type Page } from '@playwright/test'
import { HOUR_MS, WEEK_MS } from '#lib/kernel/durations.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'

const HOUR_HEIGHT = 52
const BERLIN = 'Europe/Berlin'

/** A Tuesday the given number of weeks ahead: each test has its own week. */
function tuesdayIn(weeks: number): Date {
  const day = new Date(Date.now() + weeks * WEEK_MS)
  day.setUTCDate(day.getUTCDate() - day.getUTCDay() + 2)
  day.setUTCHours(0, 0, 0, 0)
  return day
}

function at(day: Date, hour: number): Date {
  return new Date(day.getTime() + hour * HOUR_MS)
}

/** Hours from now, as the school fixtures expect them. */
function fromNow(time: Date): number {
  return (time.getTime() - Date.now()) / HOUR_MS
}

function dateOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}

function timeIn(zone: string, time: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(time)
}

// High enough to keep drop targets away from the edge, where the grid starts to scroll.
test.use({ timezoneId: 'UTC', viewport: { width: 1440, height: 1000 } })

function blockOf(page: Page, time: string, trainer: string) {
  return page.getByRole('listitem').getByRole('link', { name: new RegExp(`${time}.*${trainer}`) })
}

/** A session's entry in the list of a Tuesday. */
function rowOf(page: Page, trainer: string) {
  return page
    .getByRole('region', { name: /^Tuesday/ })
    .getByRole('listitem')
    .filter({ hasText: trainer })
}

async function drag(page: Page, from: ReturnType<typeof blockOf>, days: number, hours: number) {
  const box = await from.boundingBox()
  if (!box) throw new Error('What is to be dragged is not shown')
  const lanes = page.locator('[role=cell][data-date]')
  const width = (await lanes.first().boundingBox())?.width ?? 0
  const [x, y] = [box.x + box.width / 2, box.y + 6]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 4, y + 8, { steps: 3 })
  await page.mouse.move(x + days * width, y + hours * HOUR_HEIGHT, { steps: 8 })
}

test('a dragged session shows conflicts, is saved only in the drawer, and then moves for others at once', async ({
  school,
  as,
}) => {
  const tuesday = tuesdayIn(8)
  const session = await school.session({ trainer: 'Leïla', startsInHours: fromNow(at(tuesday, 10)) })
  await school.session({ trainer: 'Leïla', startsInHours: fromNow(at(tuesday, 14)) })
  const third = await school.session({ trainer: 'Leïla', startsInHours: fromNow(at(tuesday, 60)) })
  await school.person('ADMIN', 'Emil')
  const [{ page }, emil] = [await as('Marta'), await as('Emil')]
  const address = `/admin/schedule?date=${dateOf(tuesday)}&trainer=${school.personCalled('Leïla').id}`
  await page.goto(address)
  await emil.page.goto(address)
  await expect(blockOf(emil.page, '10:00–11:00', 'Leïla')).toBeVisible()

  await drag(page, blockOf(page, '10:00–11:00', 'Leïla'), 0, 4)
  await expect(page.getByText('14:00, Leïla is already teaching')).toBeVisible()
  // Changes by others do not interrupt the drag.
  await school.api('Marta').cancel(third, 'The building is closed.')
  await expect(blockOf(emil.page, '12:00–13:00', 'Leïla.*Cancelled')).toBeVisible()
  await expect(page.getByText('14:00, Leïla is already teaching')).toBeVisible()
  await page.mouse.up()
  const drawer = page.getByRole('dialog', { name: 'Reschedule session' })
  await expect(drawer.getByLabel('Starts')).toHaveValue(timeIn(BERLIN, at(tuesday, 14)))
  await drawer.getByRole('button', { name: 'Close' }).click()
  await expect(drawer).toBeHidden()
  await expect(blockOf(page, '10:00–11:00', 'Leïla')).toBeVisible()

  await drag(page, blockOf(page, '10:00–11:00', 'Leïla'), 1, 4)
  await page.mouse.up()
  await expect(drawer.getByLabel('Date')).toHaveValue(dateOf(at(tuesday, 24)))
  await expect(drawer.getByLabel('Starts')).toHaveValue(timeIn(BERLIN, at(tuesday, 38)))
  await expect(drawer.getByLabel('Ends')).toHaveValue(timeIn(BERLIN, at(tuesday, 39)))
  await expectNoViolations(page)
  const planned = () => school.database.classSession.findUniqueOrThrow({ where: { id: session } })
  expect((await planned()).startsAt.getUTCDate(), 'nothing is saved by the drop').toBe(tuesday.getUTCDate())

  await drawer.getByRole('button', { name: 'Reschedule' }).click()
  const wednesday = emil.page.locator(`[role=cell][data-date="${dateOf(at(tuesday, 24))}"]`)
  await expect(wednesday.getByRole('link', { name: /14:00–15:00/ })).toBeVisible()
  await expect(drawer).toBeHidden()
  expect(dateOf((await planned()).startsAt)).toBe(dateOf(at(tuesday, 24)))
})

test('extending a session by its edge opens the form with the new end', async ({ school, as }) => {
  const tuesday = tuesdayIn(9)
  await school.session({ trainer: 'Leïla', startsInHours: fromNow(at(tuesday, 10)) })
  const { page } = await as('Marta')
  await page.goto(`/admin/schedule?date=${dateOf(tuesday)}&trainer=${school.personCalled('Leïla').id}`)
  const box = await blockOf(page, '10:00–11:00', 'Leïla').boundingBox()
  if (!box) throw new Error('The session is not shown')
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 3]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + HOUR_HEIGHT, { steps: 8 })
  await page.mouse.up()
  await expect(page.getByLabel('Starts')).toHaveValue(timeIn(BERLIN, at(tuesday, 10)))
  await expect(page.getByLabel('Ends')).toHaveValue(timeIn(BERLIN, at(tuesday, 12)))
})

test('a session is opened, moved and closed with the keyboard', async ({ school, as }) => {
  const tuesday = tuesdayIn(10)
  await school.session({ trainer: 'Leïla', students: ['Noor'], startsInHours: fromNow(at(tuesday, 10)) })
  const { page } = await as('Marta')
  await page.goto(`/admin/schedule?date=${dateOf(tuesday)}&trainer=${school.personCalled('Leïla').id}`)
  await blockOf(page, '10:00–11:00', 'Leïla').focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /Scheduled/ })
  await expect(drawer.getByText('Noor')).toBeVisible()
  await expect(drawer.getByText('1 of 20')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(blockOf(page, '10:00–11:00', 'Leïla')).toBeFocused()

  await page.keyboard.press('Enter')
  await drawer.getByRole('link', { name: 'Reschedule', exact: true }).press('Enter')
  await page.getByLabel('Starts').fill('16:00')
  await page.getByLabel('Starts').press('Enter')
  await expect(drawer).toBeVisible()
  const start = new Date(`${dateOf(tuesday)}T16:00Z`)
  const inUtc = timeIn(
    'UTC',
    new Date(2 * start.getTime() - Date.parse(`${dateOf(tuesday)}T${timeIn(BERLIN, start)}Z`)),
  )
  await expect(blockOf(page, inUtc, 'Leïla')).toBeVisible()
})

test('a click on a free time plans a session then, in the time zone of the chosen class', async ({
  school,
  as,
}) => {
  const tuesday = tuesdayIn(11)
  const classId = await school.classInBerlin()
  await school.session({ trainer: 'Leïla', startsInHours: fromNow(at(tuesday, 10)) })
  const { page } = await as('Marta')
  await page.goto(`/admin/schedule?date=${dateOf(tuesday)}&trainer=${school.personCalled('Leïla').id}`)
  const box = await blockOf(page, '10:00–11:00', 'Leïla').boundingBox()
  if (!box) throw new Error('The session is not shown')
  await page.mouse.click(box.x + box.width / 2, box.y + 3 * HOUR_HEIGHT + 4)
  const drawer = page.getByRole('dialog', { name: 'New session' })
  await expect(drawer.getByLabel('Date')).toHaveValue(dateOf(tuesday))
  await expect(drawer.getByLabel('Starts')).toHaveValue('13:00')
  await expect(drawer.getByLabel('Ends')).toHaveValue('14:30')
  await expect(drawer.getByLabel('Trainer')).toHaveValue(school.personCalled('Leïla').id)
  await drawer.getByLabel('Class').selectOption(classId)
  await expect(drawer.getByLabel('Starts')).toHaveValue(timeIn(BERLIN, at(tuesday, 13)))
  await drawer.getByRole('button', { name: 'Schedule session' }).click()
  await expect(blockOf(page, '13:00–14:30', 'Leïla')).toBeVisible()
})

test('filters are kept in the address, apply at once, and apply to the list and its export', async ({
  school,
  as,
}) => {
  const tuesday = tuesdayIn(12)
  await school.session({ trainer: 'Leïla', startsInHours: fromNow(at(tuesday, 10)) })
  await school.session({ trainer: 'Daniel', startsInHours: fromNow(at(tuesday, 12)) })
  const { page } = await as('Marta')
  await page.goto(`/admin/schedule?date=${dateOf(tuesday)}`)
  await expect(blockOf(page, '12:00–13:00', 'Daniel')).toBeVisible()
  await page.getByLabel('Trainer').selectOption({ value: school.personCalled('Leïla').id })
  await expect(blockOf(page, '12:00–13:00', 'Daniel')).toBeHidden()
  await expect(blockOf(page, '10:00–11:00', 'Leïla')).toBeVisible()
  expect(new URL(page.url()).searchParams.get('trainer')).toBe(school.personCalled('Leïla').id)

  await page.getByRole('link', { name: 'List', exact: true }).click()
  await expect(rowOf(page, 'Leïla')).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const file = await (await (await downloading).createReadStream()).toArray()
  const lines = Buffer.concat(file).toString().trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('Leïla')

  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(rowOf(page, 'Daniel')).toBeVisible()
})

test('trainers and students see only their own classes and cannot move sessions', async ({ school, as }) => {
  const tuesday = tuesdayIn(13)
  await school.session({ trainer: 'Leïla', students: ['Noor'], startsInHours: fromNow(at(tuesday, 10)) })
  await school.session({ trainer: 'Daniel', students: ['Karim'], startsInHours: fromNow(at(tuesday, 12)) })
  for (const [name, path] of [
    ['Leïla', '/trainer/schedule'],
    ['Noor', '/student/schedule'],
  ] as const) {
    const { page } = await as(name)
    await page.goto(`${path}?date=${dateOf(tuesday)}`)
    await expect(blockOf(page, '10:00–11:00', 'Leïla')).toBeVisible()
    await expect(blockOf(page, '12:00–13:00', 'Daniel')).toHaveCount(0)
    await drag(page, blockOf(page, '10:00–11:00', 'Leïla'), 1, 2)
    await page.mouse.up()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(new URL(page.url()).searchParams.has('at')).toBe(false)
    await expect(blockOf(page, '10:00–11:00', 'Leïla')).toBeVisible()
    await blockOf(page, '10:00–11:00', 'Leïla').press('Enter')
    if (name === 'Leïla') await expect(page.getByRole('dialog').getByText('Noor')).toBeVisible()
    else await expect(page).toHaveURL(/\/sessions\//)
  }
})

test('on a phone the week is a list, and filters are behind one button', async ({ school, as }) => {
  const tuesday = tuesdayIn(14)
  await school.session({ trainer: 'Leïla', startsInHours: fromNow(at(tuesday, 10)) })
  const { page } = await as('Marta')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/admin/schedule?date=${dateOf(tuesday)}`)
  await expect(rowOf(page, 'Leïla')).toBeVisible()
  for (const path of [page.url(), '/admin/audit']) {
    await page.goto(path)
    await expect(page.getByLabel('Class', { exact: true })).toBeHidden()
    await page.getByRole('button', { name: /^Filters/ }).click()
    await expect(page.getByLabel('Class', { exact: true })).toBeVisible()
  }
})
