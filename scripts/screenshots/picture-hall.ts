import type { Browser, Page } from '@playwright/test'
import { picture } from './picture.ts'

/** The hall's screen with its code, how it is paired by whoever is in the class as its trainer, and in the class. */
export async function pictureHall(
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
  const hall = await context.newPage()
  await hall.goto('/hall')
  const code = hall.getByRole('img', { name: /^Code / })
  await code.waitFor()
  await picture(hall, folder, 'hall-code')
  await trainer.getByRole('button', { name: 'Settings' }).click()
  await trainer.getByRole('menuitem', { name: 'Pair the room screen' }).click()
  const field = trainer.getByRole('textbox', { name: 'Code' })
  await field.waitFor()
  await picture(trainer, folder, 'trainer-pairing')
  const label = await code.getAttribute('aria-label')
  await field.fill((label ?? '').replace('Code', '').replaceAll(' ', ''))
  await trainer.getByRole('button', { name: 'Pair', exact: true }).click()
  await hall.locator('video').first().waitFor()
  await picture(hall, folder, 'hall-in-class')
  await context.close()
}
