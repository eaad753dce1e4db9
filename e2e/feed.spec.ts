import { expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'
import { eventsIn } from './subscription.ts'

test('a subscribed calendar shows changes until its address is revoked', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], startsInHours: 30 })
  const { page } = await as('Noor')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/notices')
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText('Address copied.')).toBeVisible()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  const webcal = address.replace(/^https?:/, 'webcal:')
  await expect(page.getByRole('link', { name: 'Open in calendar app' })).toHaveAttribute('href', webcal)

  // A calendar has no cookies and no sign-in.
  const first = await fetch(address)
  expect(first.status).toBe(200)
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  expect(eventsIn(await first.text())).toMatchObject({ [session]: { status: 'CONFIRMED' } })

  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  const unchanged = await fetch(address, { headers })
  expect(unchanged.status).toBe(304)
  expect(await unchanged.text()).toBe('')
  const head = await fetch(address, { method: 'HEAD' })
  expect(head.headers.get('etag')).toBe(headers['if-none-match'])
  expect((await fetch(address, { method: 'POST' })).status).toBe(405)

  await school.api('Marta').cancel(session, 'The heating is out')
  const changed = await fetch(address, { headers })
  expect(changed.status).toBe(200)
  expect(eventsIn(await changed.text())).toMatchObject({ [session]: { status: 'CANCELLED' } })

  await page.getByRole('button', { name: 'Revoke…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Revoke this address?' })
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await expectNoViolations(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The old address no longer works.')).toBeVisible()
  expect((await fetch(address, { headers })).status).toBe(404)

  const field = page.getByRole('textbox', { name: 'Address of your calendar feed' })
  await expect(field).not.toHaveValue(address)
  expect((await fetch(await field.inputValue())).status).toBe(200)
})

test('cancelling the revocation keeps the address', async ({ school, as }) => {
  await school.person('TRAINER', 'Leïla')
  const { page } = await as('Leïla')
  await page.goto('/notices')
  const address = await page.getByRole('textbox', { name: 'Address of your calendar feed' }).inputValue()
  await page.getByRole('button', { name: 'Revoke…' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Revoke…' })).toBeFocused()
  expect((await fetch(address)).status).toBe(200)
})
