import { join } from 'node:path'
import type { Page } from '@playwright/test'

export const viewports = [
  { name: '1440', width: 1440, colorScheme: 'light' },
  { name: '1440-dark', width: 1440, colorScheme: 'dark' },
  { name: '390', width: 390, colorScheme: 'light' },
  { name: '390-dark', width: 390, colorScheme: 'dark' },
] as const

/** Writes a screenshot of the page for each size and colour scheme. */
export async function takeScreenshot(
  page: Page,
  folder: string,
  name: string,
  chosen: readonly (typeof viewports)[number][] = viewports,
): Promise<void> {
  const before = page.viewportSize()
  for (const { name: look, width, colorScheme } of chosen) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await page.waitForLoadState('networkidle').catch(() => {})
    await page.screenshot({ path: join(folder, `${name}-${look}.png`) })
  }
  if (before) await page.setViewportSize(before)
}
