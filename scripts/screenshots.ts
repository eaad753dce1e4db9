import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { buildOnce } from './build.ts'
import { generateClient } from './database/generate-client.ts'
import { atEnd, endAll, endOnSignals } from './ending.ts'
import { openBrowser } from './measuring/open-browser.ts'
import { main, step } from './step.ts'
import { startStack, TEST_BUILD } from './testing/stack.ts'

const PASSWORD = 'caravan-demo'

const looks = [
  { name: '1440', width: 1440, colorScheme: 'light' },
  { name: '1440-dark', width: 1440, colorScheme: 'dark' },
  { name: '390', width: 390, colorScheme: 'light' },
  { name: '390-dark', width: 390, colorScheme: 'dark' },
] as const

const pages = [
  { account: 'student', paths: ['/student', '/student/schedule', '/account'] },
  { account: 'trainer', paths: ['/trainer', '/trainer/schedule'] },
  {
    account: 'admin',
    paths: ['/admin/schedule', '/admin/schedule?view=day', '/admin/schedule?view=list', '/admin/classes', '/admin/people', '/admin/audit'],
  },
]

/** `npm run screenshots [-- folder]`: the running product's pages, in each look, as pictures to look at. */
await main(async () => {
  const folder = resolve(process.argv[2] ?? 'test-results/screenshots')
  mkdirSync(folder, { recursive: true })
  endOnSignals()
  process.env.NEXT_DIST_DIR = TEST_BUILD
  try {
    await step('Database client ready', generateClient)
    await step('Application built', () => buildOnce(TEST_BUILD))
    const { baseUrl, stop } = await step('Application ready', startStack)
    atEnd(stop)
    const browser = await openBrowser()
    await step('Pages pictured', () => picturePages(browser, baseUrl, folder))
    await step('Class pictured', () => pictureClass(browser, baseUrl, folder))
    await browser.close()
    console.info(folder)
    return 0
  } finally {
    await endAll()
  }
})

async function picturePages(browser: Browser, baseUrl: string, folder: string): Promise<void> {
  for (const { account, paths } of pages) {
    const page = await signIn(browser, baseUrl, account)
    for (const path of paths) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await picture(page, folder, `${account}${path.replaceAll(/[^a-z]+/g, '-')}`)
    }
    await page.context().close()
  }
}

/** A class with its trainer and two of its students: preview, room, and the way out. */
async function pictureClass(browser: Browser, baseUrl: string, folder: string): Promise<void> {
  const trainer = await signIn(browser, baseUrl, 'trainer')
  await trainer.goto('/trainer')
  await trainer
    .getByRole('button', { name: /^(Start|Resume) class$/ })
    .first()
    .click()
  await trainer.waitForURL(/\/room/)
  const room = new URL(trainer.url()).pathname
  await picture(trainer, folder, 'trainer-preview')
  await goIn(trainer)
  for (const account of ['student', 'student2']) {
    const student = await signIn(browser, baseUrl, account)
    await student.goto(room)
    await goIn(student)
    if (account === 'student2') await picture(student, folder, 'student-room')
  }
  await picture(trainer, folder, 'trainer-room')
}

async function goIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Join|Start) class$/ }).click()
  await page.locator('video').first().waitFor()
}

async function signIn(browser: Browser, baseURL: string, account: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    permissions: ['camera', 'microphone'],
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(`${account}@caravan.test`)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}

async function picture(page: Page, folder: string, name: string): Promise<void> {
  for (const { name: look, width, colorScheme } of looks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await page.waitForLoadState('networkidle').catch(() => {})
    await page.screenshot({ path: join(folder, `${name}-${look}.png`) })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}
