import { expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { expectToFit } from './expect-to-fit.ts'
import { test } from './fixtures.ts'

test('another trainer is made assistant during class, finds it among their sessions and helps to moderate', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  await school.person('TRAINER', 'Sami')
  const [leila, noor, sami] = [await as('Leïla'), await as('Noor'), await as('Sami')]
  await leila.enter(session)
  await noor.enter(session)
  await noor.page.keyboard.press('h')
  await expect(leila.hands).toHaveText(/Noor/)
  await sami.page.goto('/trainer')
  await expect(sami.page.getByRole('link', { name: /^Join/ })).toHaveCount(0)

  await leila.panel.getByRole('button', { name: 'Ask another trainer to assist…' }).click()
  await expect(leila.panel.getByRole('heading', { name: 'Choose a trainer as an assistant' })).toBeVisible()
  await leila.panel.getByRole('searchbox').fill('sam')
  for (const width of [390, 1440]) {
    await leila.page.setViewportSize({ width, height: 900 })
    await expectNoViolations(leila.page)
    await expectToFit(leila.page)
  }
  await leila.panel.getByRole('button', { name: 'Choose Sami' }).click()
  await leila.panel.getByRole('button', { name: 'Make assistant' }).click()

  // The assistant's open page updates.
  await sami.page.getByRole('link', { name: /^Join/ }).first().click()
  await sami.join()
  await expect(sami.page.getByText('You’re an assistant in this class.')).toBeVisible()
  await sami.page.keyboard.press('n')
  await expect(noor.page.getByText(/you have the floor/i).first()).toBeVisible()
})
