import type { Browser, Page } from '@playwright/test'
import { takeScreenshot } from './take-screenshot.ts'

/** The room display with its code, the trainer's pairing panel, and the display in class. */
export async function screenshotRoomDisplay(
  browser: Browser,
  baseURL: string,
  trainer: Page,
  folder: string,
): Promise<void> {
  const context = await browser.newContext({
    baseURL,
    permissions: ['camera', 'microphone'],
    reducedMotion: 'reduce',
  })
  const display = await context.newPage()
  await display.goto('/room-display')
  const code = display.getByRole('img', { name: /^Code / })
  await code.waitFor()
  await takeScreenshot(display, folder, 'hall-code')
  await trainer.getByRole('button', { name: 'Settings' }).click()
  await trainer.getByRole('menuitem', { name: 'Pair room display' }).click()
  const field = trainer.getByRole('textbox', { name: 'Code' })
  await field.waitFor()
  await takeScreenshot(trainer, folder, 'trainer-pairing')
  const label = await code.getAttribute('aria-label')
  await field.fill((label ?? '').replace('Code', '').replaceAll(' ', ''))
  await trainer.getByRole('button', { name: 'Pair', exact: true }).click()
  await display.locator('video').first().waitFor()
  await takeScreenshot(display, folder, 'hall-in-class')
  await context.close()
}
