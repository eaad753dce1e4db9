import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** The page has no axe violations. */
export async function expectNoViolations(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const broken = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe }
    const { violations } = await checker.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ id }) => id !== 'document-title')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
  expect(broken).toEqual([])
  // The title arrives after the content, and is missing for a moment while a page reloads.
  await expect(page).toHaveTitle(/./)
}
