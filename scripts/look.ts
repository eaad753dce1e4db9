import type { Browser } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { buildOnce } from './build.ts'
import { generateClient } from './database/generate-client.ts'
import { atEnd, endAll, endOnSignals } from './ending.ts'
import { openBrowser } from './measuring/open-browser.ts'
import { main, step } from './step.ts'
import { startStack, TEST_BUILD } from './testing/stack.ts'
await main(async () => {
  mkdirSync('/tmp/shots-calendar', { recursive: true })
  endOnSignals()
  process.env.NEXT_DIST_DIR = TEST_BUILD
  try {
    await step('client', generateClient)
    await step('build', () => buildOnce(TEST_BUILD))
    const { baseUrl, stop } = await step('up', startStack)
    atEnd(stop)
    const browser: Browser = await openBrowser()
    for (const [account, paths] of Object.entries({
      admin: ['/admin/schedule', '/admin/schedule?view=day', '/admin/schedule?view=list', 'OPEN', '/admin/audit'],
      trainer: ['/trainer/schedule'],
      student: ['/student/schedule'],
    })) {
      const context = await browser.newContext({ baseURL: baseUrl, viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.on('console', (line) => ['error', 'warning'].includes(line.type()) && console.info('CONSOLE', line.text()))
      page.on('pageerror', (error) => console.info('PAGEERROR', error.message))
      await page.goto('/sign-in')
      await page.getByLabel('Email').fill(`${account}@caravan.test`)
      await page.getByLabel('Password', { exact: true }).fill('caravan-demo')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL((url) => url.pathname !== '/sign-in')
      for (const path of paths) {
        if (path === 'OPEN') {
          await page.goto('/admin/schedule')
          await page.setViewportSize({ width: 1440, height: 900 })
          await page.waitForTimeout(2000)
          const link = page.locator('[role=listitem] a[href*="session="]').last()
          await link.click({ timeout: 5000 }).catch((error) => console.info(String(error)))
          await page.waitForTimeout(1500)
        } else await page.goto(path)
        for (const [look, width, colorScheme] of [['1440', 1440, 'light'], ['dark', 1440, 'dark'], ['390', 390, 'light']] as const) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: 900 })
          await page.waitForTimeout(1500)
          await page.screenshot({ path: `/tmp/shots-calendar/${account}${path.replaceAll(/[^a-zA-Z]+/g, '-')}-${look}.png` })
        }
      }
      await context.close()
    }
    await browser.close()
    return 0
  } finally {
    await endAll()
  }
})
