import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { findBrowser } from '#scripts/testing/browser.ts'
import { BROWSER_SWITCHES } from '#scripts/testing/browser-switches.ts'

/** A full browser as users have it, with the switches of the tests. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = (await findBrowser('browser')) ?? undefined
  return chromium.launch({ args: BROWSER_SWITCHES, executablePath })
}

/** A browser context with the person signed in, and with camera and microphone. */
export async function signedInContext(
  browser: Browser,
  baseURL: string,
  credential: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, permissions: ['camera', 'microphone'] })
  await context.addCookies([{ name: 'next-auth.session-token', value: credential, url: baseURL }])
  return context
}
