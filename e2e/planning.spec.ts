import { expect, type Page } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { expectToFit } from './expect-to-fit.ts'
import { test } from './fixtures.ts'
import { subscribe } from './subscription.ts'

test('a series across a clock change is planned in one form, then partly moved, cancelled and reassigned; a subscribed calendar follows', async ({
  school,
  as,
}) => {
  const [leila, tomasz] = [await school.person('TRAINER', 'Leïla'), await school.person('TRAINER', 'Tomasz')]
  const classId = await school.classInBerlin()
  await school.enrol(classId, ['Noor', 'Mateo'])
  const calendar = await subscribe(school.api('Noor'))
  expect(await calendar()).toEqual({})
  const { page } = await as('Marta')
  await page.goto(`/admin/series/new?class=${classId}&date=2027-10-24`)
  await page.getByLabel('Trainer').selectOption(leila.id)
  await page.getByLabel('Number of dates').fill('3')
  await page.getByLabel('Starts').fill('02:30')
  // On 31 October clocks change from 3:00 back to 2:00.
  const question = page.getByRole('group', { name: /Sun 31 Oct( 2027)?: 02:30 occurs twice in Berlin/ })
  await expect(question).toBeVisible()
  await expect(page.getByRole('button', { name: /Create/ })).toBeDisabled()
  await expectNoViolations(page)
  await question.getByRole('radio', { name: /The second/ }).check()
  await page.getByRole('button', { name: 'Create 3 sessions' }).click()
  await expect(page.getByText('3 sessions scheduled')).toBeVisible()

  const planned = Object.entries(await calendar()).toSorted(([, one], [, other]) =>
    one.starts.localeCompare(other.starts),
  )
  expect(planned.map(([, { starts }]) => starts)).toEqual([
    '2027-10-24T00:30:00.000Z',
    '2027-10-31T01:30:00.000Z',
    '2027-11-07T01:30:00.000Z',
  ])
  const [first = '', second = '', third = ''] = planned.map(([id]) => id)

  // Moving one session: the page says in advance who will be notified; undone first, then moved for good.
  await page.goto(`/sessions/${first}?panel=time`)
  await page.getByLabel('Starts').fill('18:00')
  await expect(page.getByText(/2 students and Leïla.* will be notified/)).toBeVisible()
  await page.getByRole('button', { name: 'Reschedule' }).click()
  await expect(page.getByText(/3 people will be notified in 10 seconds/)).toBeVisible()
  expect((await calendar())[first]).toMatchObject({ starts: '2027-10-24T16:00:00.000Z' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone. No one was notified.')).toBeVisible()
  await expect(page.getByText(/02:30–04:00/).first()).toBeVisible()
  expect((await calendar())[first]).toMatchObject({ starts: '2027-10-24T00:30:00.000Z' })
  await page.goto(`/sessions/${first}?panel=time`)
  await page.getByLabel('Starts').fill('19:00')
  await page.getByRole('button', { name: 'Reschedule' }).click()
  await expect(page.getByText(/Rescheduled to/)).toBeVisible()

  // The trainer of the following sessions is replaced, with the keyboard.
  await page.goto(`/sessions/${second}?panel=trainer`)
  await expect(page.getByText(/2 students.* will be notified/)).toBeVisible()
  await expectNoViolations(page)
  const substitute = page.locator(`input[value="${tomasz.id}"]`)
  await substitute.focus()
  await page.keyboard.press('Space')
  await page.getByRole('radio', { name: /This and following/ }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(/2 sessions, until/)).toBeVisible()
  await expect(substitute).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Tomasz now teaches this session/)).toBeVisible()

  // One session is cancelled with a reason.
  await page.goto(`/sessions/${third}`)
  await page.getByRole('button', { name: 'Cancel session…' }).click()
  await page.getByLabel('Reason').fill('The building is closed.')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Cancel session', exact: true }).click()
  await expect(page.getByText('Cancelled: The building is closed.')).toBeVisible()

  const taughtBy = (name: string) => expect.stringContaining(`With ${name}`)
  expect(await calendar()).toMatchObject({
    [first]: { status: 'CONFIRMED', starts: '2027-10-24T17:00:00.000Z', description: taughtBy('Leïla') },
    [second]: { status: 'CONFIRMED', starts: '2027-10-31T01:30:00.000Z', description: taughtBy('Tomasz') },
    [third]: { status: 'CANCELLED', description: expect.stringContaining('The building is closed.') },
  })
})

test('a monthly series on the 31st shows the months it skips, and can use their last day instead', async ({
  school,
  as,
}) => {
  const leila = await school.person('TRAINER', 'Leïla')
  const classId = await school.classInBerlin()
  const { page } = await as('Marta')
  await page.goto(`/admin/series/new?class=${classId}&date=2028-01-31`)
  await page.getByLabel('Trainer').selectOption(leila.id)
  await page.getByLabel('Number of dates').fill('3')
  await page.getByRole('radio', { name: 'Monthly' }).press('Space')
  await page.getByLabel('On', { exact: true }).selectOption('Day 31')
  const skipped = page.getByText('Shorter months are skipped: February 2028, April 2028.')
  await expect(skipped).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 844 })
      await expectToFit(page)
      await expectNoViolations(page)
    }
  }
  await page.getByRole('button', { name: 'Use last day' }).press('Enter')
  await expect(skipped).toHaveCount(0)
  await expect(page.getByLabel('On', { exact: true })).toHaveValue('lastDay')
  await expect(page.getByRole('button', { name: /^Tue 29 Feb|^\d+ ?Tue 29 Feb/ })).toBeVisible()
})

test('two admins move one session: the second sees the first one’s change and loads it', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', startsInHours: 30 })
  await school.person('ADMIN', 'Emil')
  const [marta, emil] = [await as('Marta'), await as('Emil')]
  for (const { page } of [marta, emil]) await page.goto(`/sessions/${session}?panel=time`)
  await emil.page.getByLabel('Starts').fill('07:00')
  await marta.page.getByLabel('Starts').fill('06:00')
  await marta.page.getByRole('button', { name: 'Reschedule' }).click()
  await expect(marta.page.getByText(/Rescheduled to/)).toBeVisible()
  // Emil's page updates, and his form keeps its values.
  await expect(
    emil.page
      .getByRole('main')
      .getByText(/06:00–/)
      .first(),
  ).toBeVisible()
  await emil.page.getByRole('button', { name: 'Reschedule' }).click()
  const notice = emil.page.getByRole('region', { name: 'Changed in the meantime' })
  await expect(notice).toContainText(/Marta changed this session .* ago/)
  await expect(notice.getByRole('definition')).toContainText(/becomes.*0[45]:00–/)
  await expect(emil.page.getByLabel('Starts')).toHaveValue('07:00')
  await expectNoViolations(emil.page)
  await notice.getByRole('button', { name: 'Load their version' }).click()
  await expect(notice).toBeHidden()
  await expect(emil.page.getByLabel('Starts')).toHaveValue('06:00')
  await emil.page.getByLabel('Starts').fill('08:00')
  await emil.page.getByRole('button', { name: 'Reschedule' }).click()
  await expect(emil.page.getByText(/Rescheduled to/)).toBeVisible()
})

test('two admins change one class: the second sees the first one’s change, saves anyway, and both changes stay', async ({
  school,
  as,
}) => {
  const classId = await school.classInBerlin()
  await school.person('ADMIN', 'Emil')
  const [marta, emil] = [await as('Marta'), await as('Emil')]
  for (const { page } of [marta, emil]) await page.goto(`/admin/classes/${classId}?panel=change`)
  await emil.page.getByLabel('Short title').fill('Evenings')
  await marta.page.getByLabel('Online seats').fill('24')
  await marta.page.getByLabel('How students join').selectOption('Right away')
  await marta.page.getByRole('button', { name: 'Save class' }).click()
  await expect(marta.page.getByText(/^Class .* saved$/)).toBeVisible()

  await emil.page.getByRole('button', { name: 'Save class' }).click()
  const notice = emil.page.getByRole('region', { name: 'Changed in the meantime' })
  await expect(notice).toContainText(/Marta changed this class .* ago/)
  await expect(notice.getByRole('definition')).toHaveText([
    /^\d+becomes24$/,
    'When a trainer has joinedbecomesRight away',
  ])
  await expect(emil.page.getByLabel('Short title')).toHaveValue('Evenings')
  await expectNoViolations(emil.page)
  await notice.getByRole('button', { name: 'Save mine anyway' }).focus()
  await emil.page.keyboard.press('Enter')
  await expect(emil.page.getByText(/^Class .* saved$/)).toBeVisible()
  const answer = await school.api('Marta').send('GET', `/api/v1/admin/classes/${classId}`)
  const { data } = await answer.json()
  expect(data).toMatchObject({ shortTitle: 'Evenings', capacity: 24, admission: 'open', revision: 2 })
})

test('a substitute takes 4 clicks, and an ill trainer’s week 5', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], startsInHours: 5 })
  await school.session({ trainer: 'Leïla', students: ['Noor'], startsInHours: 30 })
  const tomasz = await school.person('TRAINER', 'Tomasz')
  const { page } = await as('Marta')
  const clicks = await countClicks(page)
  await page.goto(`/sessions/${session}`)
  await page.getByRole('link', { name: 'Change trainer' }).click()
  const substitute = page.locator(`input[value="${tomasz.id}"]`)
  await substitute.click()
  // Another change re-renders the page: the selection stays.
  const { id: mateo } = await school.person('STUDENT', 'Mateo')
  const seating = await school
    .api('Marta')
    .send('POST', `/api/v1/admin/sessions/${session}/seats`, { studentIds: [mateo] })
  expect(seating.status).toBe(200)
  await expect(page.getByRole('button', { name: 'Remove Mateo’s seat' })).toBeVisible()
  await expect(substitute).toBeChecked()
  await page.getByRole('button', { name: 'Change trainer' }).click()
  await expect(page.getByText(/Tomasz now teaches this session/)).toBeVisible()
  // Plus the click in the schedule that opens the session: four.
  expect(clicks() + 1).toBeLessThanOrEqual(4)

  const before = clicks()
  await page.goto(`/admin/people?role=TRAINER&search=${school.personCalled('Leïla').email}`)
  await page.getByRole('link', { name: 'Leïla' }).click()
  await page.getByRole('link', { name: 'Record absence…' }).click()
  await expect(page.getByRole('heading', { name: 'Record absence for Leïla' })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: /^Reassign 1 session/ }).click()
  await expect(page.getByText(/Absence saved for Leïla\. One session has a substitute\./)).toBeVisible()
  expect(clicks() - before).toBeLessThanOrEqual(5)
  const left = await school.database.classSession.count({
    where: { trainerId: school.personCalled('Leïla').id },
  })
  expect(left).toBe(0)
})

/** Counts mouse clicks on the page. */
async function countClicks(page: Page): Promise<() => number> {
  let clicks = 0
  await page.exposeFunction('countClick', () => {
    clicks += 1
  })
  await page.addInitScript(() => {
    addEventListener('click', (event) => {
      // A click on a label also triggers an untrusted click on its control.
      if (event.isTrusted && event.detail > 0) void (window as unknown as { countClick(): void }).countClick()
    })
  })
  return () => clicks
}
