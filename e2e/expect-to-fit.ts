import { expect, type Page } from '@playwright/test'

/** The page does not scroll sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow, 'pixels that the page is wider than the window').toBeLessThanOrEqual(0)
}
