import { type Browser, expect, type Page } from '@playwright/test'
import { demonstrationPath } from '#scripts/testing/demonstration-path.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { expectToFit } from './expect-to-fit.ts'
import { test } from './fixtures.ts'

const pages = [
  {
    account: null,
    paths: [
      '/sign-in',
      '/sign-in/reset',
      '/invitation/nothing.here',
      '/mail-preferences/nobodys',
      '/nowhere',
    ],
  },
  {
    account: 'student@caravan.test',
    paths: ['/student', '/student/schedule', '/check', '/notices', '/account', '/admin/schedule'],
  },
  { account: 'trainer@caravan.test', paths: ['/trainer', '/trainer/schedule', '/notices', '/account'] },
  {
    account: 'admin@caravan.test',
    paths: [
      '/admin/schedule',
      '/admin/schedule?view=day',
      '/admin/schedule?view=list',
      '/admin/schedule?panel=new',
      '/admin/classes',
      '/admin/classes/[class]',
      '/admin/classes/[class]?panel=change',
      '/admin/locations',
      '/admin/people',
      '/admin/people?panel=invite',
      '/admin/audit',
      '/admin/series/new',
      '/admin/holidays',
      '/admin/mailbox',
      '/notices',
      '/account',
    ],
  },
]

const looks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 768 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const

for (const { account, paths } of pages) {
  for (const path of paths) {
    test(`${account ?? 'a signed-out visitor'} at ${path}`, async ({
      browser,
      installation: { baseUrl },
    }) => {
      // A running colour transition would be measured halfway.
      const context = await browser.newContext({ baseURL: baseUrl, reducedMotion: 'reduce' })
      await signInAs(context, account, baseUrl)
      const page = await context.newPage()
      const faults = collectFaults(page)
      await page.goto(await demonstrationPath(context.request, path))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('[data-skeleton]'), 'what comes when the page is there').toHaveCount(0)
      for (const { colorScheme, width } of looks) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        await test.step(`${colorScheme}, ${width} pixels`, async () => {
          await expectNoViolations(page)
          await expectToFit(page)
        })
      }
      await test.step('a short window', () => expectColumnsToScroll(page))
      expect(faults).toEqual([])
      await context.close()
    })
  }
}

/** Columns that fill the window's height scroll instead of the page. */
async function expectColumnsToScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 560 })
  const hasColumns = (await page.locator('[class*="lg:h-[calc(100dvh"]').count()) > 0
  const overflow = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  if (hasColumns) expect(overflow, 'pixels that the page is higher than the window').toBeLessThanOrEqual(0)
}

/** Errors that the page throws or logs, except the 401, 403 and 404 responses that some of these pages are. */
function collectFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('status of 40')) faults.push(line.text())
  })
  return faults
}

type Context = Awaited<ReturnType<Browser['newContext']>>

const credentials = new Map<string, string>()

/** The browser's cookie holds the same credential as an app's bearer token. */
async function signInAs(context: Context, email: string | null, baseUrl: string): Promise<void> {
  if (!email) return
  if (!credentials.has(email)) {
    const answer = await context.request.post('/api/v1/auth/token', {
      data: { email, password: 'caravan-demo' },
    })
    credentials.set(email, (await answer.json()).data.token)
  }
  const value = credentials.get(email) ?? ''
  await context.addCookies([{ name: 'next-auth.session-token', value, url: baseUrl }])
}
