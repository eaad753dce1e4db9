import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { connectDatabase } from '#lib/database/client.ts'
import type { BenchEnvironment } from '#scripts/bench-environment.ts'
import { askRoomToken } from '#scripts/measuring/ask-as.ts'
import { openBarePage } from '#scripts/measuring/bare-page.ts'
import { startDelayingProxy } from '#scripts/measuring/delaying-proxy.ts'
import { median } from '#scripts/measuring/load.ts'
import { openBrowser, signedInContext } from '#scripts/measuring/open-browser.ts'
import { publishVideo } from '#scripts/measuring/synthetic-publisher.ts'
import { application } from '#scripts/services/application.ts'
import { freePorts } from '#scripts/services/ports.ts'
import { makeSchool } from '#scripts/testing/make-school.ts'
import { TEST_BUILD } from '#scripts/testing/stack.ts'

const STUDENTS = 10
const PAIRS = 9
const EACH_WAY_MS = 50
const LIMIT = 1.05
const LIMIT_FAR = 1

/** From the click on Join to the first remote frame, as a share of what a bare livekit-client page takes. */
export default async function run(bench: BenchEnvironment): Promise<boolean> {
  const site = await openSite(bench)
  try {
    const near = await measurePairs(site, 'nearby', LIMIT)
    site.delayEachWay(EACH_WAY_MS)
    const far = await measurePairs(site, `${EACH_WAY_MS * 2} ms more a round trip`, LIMIT_FAR)
    return near <= LIMIT && far < LIMIT_FAR
  } finally {
    await site.close()
  }
}

type Site = Awaited<ReturnType<typeof openSite>>

/** The application once more, reached through proxies, with a trainer who publishes. */
async function openSite({ databaseUrl, livekit }: BenchEnvironment) {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const trainer = await school.person('TRAINER')
  // A person gets 20 tokens a minute.
  const students = await school.people('STUDENT', STUDENTS)
  const session = await school.session({ trainer, students })
  await database.$disconnect()

  const [port = 0] = await freePorts(1)
  const web = await startDelayingProxy({ host: '127.0.0.1', port })
  const signalling = await startDelayingProxy({ host: '127.0.0.1', port: Number(new URL(livekit.url).port) })
  const dataFolder = mkdtempSync(join(tmpdir(), 'koding-caravan-bench-'))
  const baseUrl = `http://127.0.0.1:${web.port}`
  const server = application({
    dataFolder,
    port,
    dev: false,
    environment: {
      PORT: String(port),
      HOST: '127.0.0.1',
      TRUSTED_PROXIES: '0',
      PUBLIC_URL: baseUrl,
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: crypto.randomUUID(),
      ACCEPT_NEW_SECRETS: 'true',
      LIVEKIT_URL: `ws://127.0.0.1:${signalling.port}`,
      LIVEKIT_API_URL: livekit.url,
      LIVEKIT_API_KEY: livekit.apiKey,
      LIVEKIT_API_SECRET: livekit.apiSecret,
      NEXT_DIST_DIR: TEST_BUILD,
    },
  })
  await server.start()
  const { token } = await askRoomToken(baseUrl, session, trainer)
  const publisher = await publishVideo(livekit.url, token)
  const browser = await openBrowser()
  let turn = 0
  return {
    baseUrl,
    session,
    newContext() {
      const student = students[turn % STUDENTS]
      turn += 1
      return signedInContext(browser, baseUrl, student?.credential ?? '')
    },
    delayEachWay(milliseconds: number) {
      web.delayEachWay(milliseconds)
      signalling.delayEachWay(milliseconds)
    },
    async close() {
      await browser.close()
      await publisher.stop()
      await server.stop()
      web.close()
      signalling.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function measurePairs(site: Site, name: string, limit: number): Promise<number> {
  const ours: number[] = []
  const bare: number[] = []
  // The first pair warms both and is not counted.
  for (let pair = 0; pair <= PAIRS; pair += 1) {
    const [one, other] = [await timeToFirstFrame(site, openRoom), await timeToFirstFrame(site, openBare)]
    if (pair === 0) continue
    ours.push(one)
    bare.push(other)
  }
  const ratio = median(ours.map((one, index) => one / (bare[index] ?? Number.NaN)))
  console.info(`${name}`)
  console.info(`  room  ${rounded(ours)} → median ${Math.round(median(ours))} ms`)
  console.info(`  bare  ${rounded(bare)} → median ${Math.round(median(bare))} ms`)
  console.info(`  ratio of the pairs, median ${ratio.toFixed(2)} (limit ${limit})`)
  return ratio
}

type Open = (page: Page, site: Site) => Promise<void>

async function openRoom(page: Page, { session }: Site): Promise<void> {
  await page.goto(`/sessions/${session}/room`)
  await page.getByRole('button', { name: 'Stop video' }).waitFor()
}

function openBare(page: Page, { session }: Site): Promise<void> {
  return openBarePage(page, session)
}

/** Opens a page, lets it come to rest as a person who reads it would, clicks, and waits for the picture, in ms. */
async function timeToFirstFrame(site: Site, open: Open): Promise<number> {
  const context: BrowserContext = await site.newContext()
  const page = await context.newPage()
  await open(page, site)
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => {})
  await page.getByRole('button', { name: 'Join class' }).click()
  await page.waitForFunction(() => performance.getEntriesByName('room:first-frame').length > 0, undefined, {
    polling: 50,
    timeout: 30_000,
  })
  const took = await page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN
    return at('room:first-frame') - at('room:join-click')
  })
  await context.close()
  return took
}

function rounded(figures: number[]): string {
  return figures.map((figure) => Math.round(figure)).join(' ')
}
