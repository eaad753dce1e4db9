import { expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'
import { subscribe } from './subscription.ts'

test('a freed seat goes to the first student on the waitlist at once, with a notice and a calendar entry', async ({
  school,
  as,
}) => {
  const session = await school.session({
    trainer: 'Leïla',
    students: ['Noor'],
    capacity: 1,
    startsInHours: 30,
  })
  const waiters = [await school.person('STUDENT', 'Mateo'), await school.person('STUDENT', 'Karim')]
  const calendar = await subscribe(school.api('Mateo'))
  const [{ page }, mateo] = [await as('Marta'), await as('Mateo')]
  await mateo.page.goto('/student')
  const bell = mateo.page.getByRole('banner').getByRole('link', { name: /^Notices/ })
  await expect(bell).toHaveAccessibleName('Notices')

  // A full session accepts more students only on its waitlist.
  await page.goto(`/sessions/${session}?panel=seat`)
  const drawer = page.getByRole('dialog', { name: 'Add people' })
  for (const { email } of waiters) {
    await drawer.getByRole('searchbox').fill(email)
    await drawer.getByRole('group', { name: 'Students' }).getByText(email).click()
  }
  await drawer.getByRole('button', { name: /^Add \d/ }).click()
  await expect(drawer.getByRole('alert')).toBeVisible()
  await drawer.getByText('Put the rest on the waitlist').click()
  await drawer.getByRole('button', { name: /^Add \d/ }).click()
  await expect(page.getByText('2 people have a seat or are on the waitlist')).toBeVisible()
  await expect(page.getByText('Next: Mateo.', { exact: false })).toBeVisible()
  await expectNoViolations(page)
  expect(await calendar()).toEqual({})
  await mateo.page.reload()
  await expect(mateo.page.getByText('1st on the waitlist for an online seat', { exact: false })).toBeVisible()
  await expectNoViolations(mateo.page)

  // With the keyboard.
  await page.getByRole('button', { name: 'Remove Noor’s seat' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Remove Mateo’s seat' })).toBeVisible()
  await expect(page.getByText('Next: Karim.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove Noor’s seat' })).toHaveCount(0)

  await expect(mateo.page.getByText('1st on the waitlist', { exact: false })).toHaveCount(0)
  await expect(bell).toHaveAccessibleName('Notices, 1 new')
  await bell.click()
  await expect(mateo.page.getByText('You were next on the waitlist.', { exact: false })).toBeVisible()
  expect(await calendar()).toMatchObject({ [session]: { status: 'CONFIRMED' } })
})

test('a student switches to in person and back, and joins the waitlist if it is full', async ({
  school,
  as,
}) => {
  const classId = await school.course('HYBRID', 20, { inPersonCapacity: 1, studentsMaySwitch: true })
  await school.enrol(classId, ['Noor', 'Mateo'])
  const session = await school.session({
    classId,
    trainer: 'Leïla',
    students: ['Noor', 'Mateo'],
    inPersonCapacity: 1,
    startsInHours: 30,
  })
  const [noor, mateo] = [await as('Noor'), await as('Mateo')]
  for (const { page } of [noor, mateo]) await page.goto(`/sessions/${session}`)

  await noor.page.getByRole('button', { name: /^Switch to in person \(possible until/ }).click()
  await expect(noor.page.getByText('You’re attending in person.')).toBeVisible()

  await mateo.page.getByRole('button', { name: /^Switch to in person \(possible until/ }).press('Enter')
  await expect(mateo.page.getByText('There aren’t enough in-person seats left')).toBeVisible()
  await mateo.page.getByRole('button', { name: 'Join waitlist' }).press('Enter')
  await expect(mateo.page.getByText('You’re on the waitlist for an in-person seat.')).toBeVisible()
  await expectNoViolations(mateo.page)

  await noor.page.getByRole('button', { name: /^Switch to online \(possible until/ }).click()
  await expect(noor.page.getByText('You’re attending online.')).toBeVisible()
  await expect(mateo.page.getByText('You’re attending in person.')).toBeVisible()
})
