import { expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'

test('an admin reads the audit trail, opens an entry with the keyboard and exports it', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla' })
  await school.api('Leïla').start(session)
  const daniel = await school.person('TRAINER', 'Daniel')
  await school.api('Marta').replaceTrainer(session, daniel.id)
  const { page } = await as('Marta')
  await page.goto(`/sessions/${session}`)
  await expect(page.getByText('Marta: Changed a session')).toBeVisible()
  await page.getByRole('link', { name: 'View full audit trail' }).click()
  const entries = page.getByRole('listitem').filter({ has: page.locator('summary') })
  await expect(entries).toHaveText([/Marta.*Changed a session.*Leïla.*Daniel/, /Leïla.*Started a session/])

  await entries.first().locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: 'Trainer Leïla Daniel' })).toBeVisible()
  await expectNoViolations(page)

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('audit-trail.csv')
  const file = await (await download.createReadStream()).toArray()
  expect(Buffer.concat(file).toString()).toMatch(/trainerId: Leïla <[^>]+>,trainerId: Daniel <[^>]+>/)

  await page.getByLabel('Person', { exact: true }).selectOption({ label: 'Daniel' })
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'No results' })).toBeVisible()
})
