import { type Browser, expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { expectToFit } from './expect-to-fit.ts'
import { test } from './fixtures.ts'

/** A page in a browser with the given time zone, signed in by the form. */
async function signInFrom(browser: Browser, timezoneId: string, baseURL: string | undefined) {
  const context = await browser.newContext({ baseURL, timezoneId, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('student10@caravan.test')
  await page.getByLabel('Password', { exact: true }).fill('caravan-demo')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/student$/)
  return { page, offer: page.getByRole('region', { name: 'Time zone' }), close: () => context.close() }
}

test('the time zone comes from the first browser; a different one is offered later, and declined or accepted', async ({
  browser,
  baseURL,
}) => {
  const home = await signInFrom(browser, 'Asia/Kolkata', baseURL)
  await home.page.goto('/account')
  await expect(home.page.getByLabel('Time zone')).toHaveValue('Asia/Kolkata')
  await expect(home.offer).toHaveCount(0)
  await home.close()

  const away = await signInFrom(browser, 'Asia/Tokyo', baseURL)
  await expect(away.offer).toContainText('Your device uses Tokyo time, but times here are in Kolkata time.')
  for (const colorScheme of ['light', 'dark'] as const) {
    await away.page.emulateMedia({ colorScheme })
    for (const width of [390, 1440]) {
      await away.page.setViewportSize({ width, height: 844 })
      await expectToFit(away.page)
      await expectNoViolations(away.page)
    }
  }
  await away.offer.getByRole('button', { name: 'Keep Kolkata time' }).press('Enter')
  await expect(away.offer).toHaveCount(0)
  await away.page.goto('/account')
  await expect(away.page.getByLabel('Time zone')).toHaveValue('Asia/Kolkata')
  await expect(away.offer).toHaveCount(0)
  await away.close()

  const other = await signInFrom(browser, 'Asia/Tokyo', baseURL)
  await other.offer.getByRole('button', { name: 'Switch to Tokyo time' }).press('Enter')
  await expect(other.page.getByText('Times are now in Tokyo time, here and in e-mails.')).toBeVisible()
  await expect(other.offer).toHaveCount(0)
  await other.page.goto('/account')
  await expect(other.page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
  await other.close()
})
