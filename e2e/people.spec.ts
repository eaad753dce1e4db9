import { expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'

test('a disabled person leaves a running class at once, and the class goes on', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], status: 'in_progress' })
  const [leila, noor, marta] = [await as('Leïla'), await as('Noor'), await as('Marta')]
  await leila.enter(session)
  await noor.enter(session)
  await leila.expectMoving(leila.pictureOf('Noor'))

  await marta.page.goto(`/admin/people?search=${school.personCalled('Noor').email}`)
  await marta.page.getByRole('link', { name: 'Noor' }).click()
  await marta.page.getByRole('switch', { name: /Can sign in/ }).click()
  await expectNoViolations(marta.page)
  await marta.page.getByRole('button', { name: 'Save' }).click()

  await expect(noor.page.getByRole('heading', { name: 'Your account was disabled' })).toBeVisible()
  await expect(leila.pictureOf('Noor')).toBeHidden()
  await expect(leila.controls.getByRole('button', { name: 'Leave' })).toBeVisible()
  await expect(marta.page.getByRole('cell', { name: 'Can’t sign in', exact: true })).toBeVisible()
})

test('a trainer with upcoming sessions keeps the role, and the admin sees which sessions', async ({
  school,
  as,
}) => {
  await school.session({ trainer: 'Leïla' })
  const { page } = await as('Marta')
  await page.goto(`/admin/people?search=${school.personCalled('Leïla').email}`)
  await page.getByRole('link', { name: 'Leïla' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Trainer', exact: true }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.getByLabel('Name', { exact: true }).press('Enter')
  await expect(page.getByText(/still has a role in sessions that haven’t ended/)).toBeVisible()
  await expect(page.getByRole('link', { name: /^Class / })).toBeVisible()
})
