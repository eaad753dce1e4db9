import type { BrowserContext, Page } from '@playwright/test'
import { connectDatabase } from '#lib/database/client.ts'
import type { BenchEnvironment } from '#scripts/benchmarks/measuring/bench-environment.ts'
import { median, rounded } from '#scripts/benchmarks/measuring/measure-rate.ts'
import { openBrowser, signedInContext } from '#scripts/benchmarks/measuring/open-browser.ts'
import { makeSchool } from '#scripts/testing/make-school.ts'

const ROUNDS = 9

/**
 * Time from the click on Join on a student's home page until Join in the preview is usable, compared with the sign-in
 * page from its first byte until its form is usable: with an empty and with a filled cache.
 */
export default async function run({ baseUrl, databaseUrl }: BenchEnvironment): Promise<boolean> {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const student = await school.person('STUDENT')
  await school.session({ students: [student], status: 'in_progress' })
  await database.$disconnect()
  const browser = await openBrowser()
  const times: Times = { cold: { preview: [], signIn: [] }, warm: { preview: [], signIn: [] } }
  // The first round warms up the server and does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const context = await signedInContext(browser, baseUrl, student.credential)
    const stranger = await browser.newContext({ baseURL: baseUrl })
    for (const cache of ['cold', 'warm'] as const) {
      const [preview, signIn] = [await timeToPreview(context), await timeToSignIn(stranger)]
      if (round === 0) continue
      times[cache].preview.push(preview)
      times[cache].signIn.push(signIn)
    }
    await context.close()
    await stranger.close()
  }
  await browser.close()
  for (const cache of ['cold', 'warm'] as const) {
    const { preview, signIn } = times[cache]
    const ratio = median(preview.map((time, round) => time / (signIn[round] ?? Number.NaN)))
    console.info(`${cache}  home → preview ${rounded(preview)} → median ${rounded([median(preview)])} ms`)
    console.info(`      sign-in page   ${rounded(signIn)} → median ${rounded([median(signIn)])} ms`)
    console.info(`      ratio of the pairs, median ${ratio.toFixed(2)}`)
  }
  return true
}

type Times = Record<'cold' | 'warm', Record<'preview' | 'signIn', number[]>>

async function timeToPreview(context: BrowserContext): Promise<number> {
  const page = await context.newPage()
  await page.addInitScript(watchButtons)
  await page.goto('/student')
  const join = page.getByRole('link', { name: 'Join class' }).first()
  await join.hover()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => addEventListener('click', () => performance.mark('pressed'), { capture: true }))
  await join.click()
  const took = await whenReady(page, 'Join class')
  const pressed = await page.evaluate(() => performance.getEntriesByName('pressed')[0]?.startTime ?? 0)
  await page.close()
  return took - pressed
}

async function timeToSignIn(context: BrowserContext): Promise<number> {
  const page = await context.newPage()
  await page.addInitScript(watchButtons)
  await page.goto('/sign-in', { waitUntil: 'commit' })
  const took = await whenReady(page, 'Sign in')
  await page.waitForLoadState('networkidle')
  await page.close()
  return took
}

/** Time when React first handled a button, in ms since navigation start. */
async function whenReady(page: Page, name: string): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => performance.getEntriesByName(`ready:${wanted}`)[0]?.startTime,
    name,
  )
  return (await found.jsonValue()) ?? Number.NaN
}

/** Runs in the page before its own code: marks each button by name once React handles it. */
function watchButtons(): void {
  const seen = new Set<string>()
  const look = () => {
    for (const button of document.querySelectorAll('button')) {
      const name = button.innerText?.trim() ?? ''
      if (seen.has(name) || !Object.keys(button).some((key) => key.startsWith('__reactProps'))) continue
      seen.add(name)
      performance.mark(`ready:${name}`)
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
