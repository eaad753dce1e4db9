import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { connectDatabase } from '#lib/database/client.ts'
import { openBarePage } from '#scripts/benchmarks/measuring/bare-page.ts'
import type { BenchEnvironment } from '#scripts/benchmarks/measuring/bench-environment.ts'
import { startDelayingProxy } from '#scripts/benchmarks/measuring/delaying-proxy.ts'
import { median, rounded } from '#scripts/benchmarks/measuring/measure-rate.ts'
import { openBrowser, signedInContext } from '#scripts/benchmarks/measuring/open-browser.ts'
import { requestRoomToken } from '#scripts/benchmarks/measuring/request-as.ts'
import { publishVideo } from '#scripts/benchmarks/measuring/synthetic-publisher.ts'
import { application } from '#scripts/dev-stack/services/application.ts'
import { freePorts } from '#scripts/dev-stack/services/ports.ts'
import { makeSchool } from '#scripts/testing/make-school.ts'
import { TEST_BUILD } from '#scripts/testing/stack.ts'

const STUDENTS = 10
const PAIRS = 9
const EACH_WAY_MS = 50
const LIMIT = 1.05
const LIMIT_FAR = 1

/** Time from the click on Join to the first remote frame, relative to a bare livekit-client page. */
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

/** A second application behind delaying proxies, with a publishing trainer. */
async function openSite({ databaseUrl, livekit }: BenchEnvironment) {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const trainer = await school.person('TRAINER')
  // Several students, because a person gets 20 tokens a minute.
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
  const { token } = await requestRoomToken(baseUrl, session, trainer)
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
  const runs: Record<PageKind, JoinTiming[]> = { room: [], bare: [], 'bare with camera': [] }
  // The first pair is a warm-up and does not count.
  for (let pair = 0; pair <= PAIRS; pair += 1) {
    for (const kind of pageKinds) {
      const timing = await timeJoin(site, openings[kind])
      if (pair > 0) runs[kind].push(timing)
    }
  }
  const ratio = median(runs.room.map((room, pair) => room.total / (runs.bare[pair]?.total ?? Number.NaN)))
  console.info(name)
  printSteps(runs)
  for (const kind of pageKinds) console.info(`  ${kind}: ${rounded(runs[kind].map(({ total }) => total))} ms`)
  console.info(`  long tasks of the room: ${runs.room.map(({ longTasks }) => longTasks).join(' | ')}`)
  console.info(`  ratio of the pairs, median ${ratio.toFixed(2)} (limit ${limit})`)
  return ratio
}

const pageKinds = ['room', 'bare', 'bare with camera'] as const
type PageKind = (typeof pageKinds)[number]

/** Prints the median ms from each step to the next, one column per kind of page. */
function printSteps(runs: Record<PageKind, JoinTiming[]>): void {
  const print = (title: string, cells: string[]) =>
    console.info(`  ${title.padEnd(16)}${cells.map((cell) => cell.padStart(18)).join('')}`)
  const medians = (figure: (timing: JoinTiming) => number | undefined) =>
    pageKinds.map((kind) => `${Math.round(median(runs[kind].map((timing) => figure(timing) ?? Number.NaN)))}`)
  print('', [...pageKinds])
  for (const [index, step] of steps.slice(1).entries()) {
    print(
      `→ ${step}`,
      medians(({ between }) => between[index]),
    )
  }
  print(
    'in all',
    medians(({ total }) => total),
  )
}

const openings: Record<PageKind, (page: Page, site: Site) => Promise<void>> = {
  async room(page, { session }) {
    await page.goto(`/sessions/${session}/room`)
    await page.getByRole('button', { name: 'Stop video' }).waitFor()
  },
  bare: (page, { session }) => openBarePage(page, session),
  'bare with camera': (page, { session }) => openBarePage(page, session, { camera: true }),
}

/** Performance marks `room:…` that both kinds of page set; watchTimeline() marks the socket. */
const steps = ['join-click', 'connect', 'socket-open', 'connected', 'attached', 'first-frame']

type JoinTiming = {
  total: number
  /** Time from each step to the next, in ms. */
  between: number[]
  /** Start after the click and duration, in ms, of each task over 50 ms. */
  longTasks: string
}

/** Opens a page, waits until it is idle as a reading user would, clicks, and waits for the first frame. */
async function timeJoin(site: Site, open: (page: Page, site: Site) => Promise<void>): Promise<JoinTiming> {
  const context: BrowserContext = await site.newContext()
  const page = await context.newPage()
  await page.addInitScript(watchTimeline)
  await open(page, site)
  const button = page.getByRole('button', { name: 'Join class' })
  await button.hover()
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => {})
  await button.click()
  await page.waitForFunction(() => performance.getEntriesByName('room:first-frame').length > 0, undefined, {
    polling: 50,
    timeout: 30_000,
  })
  const { at, tasks } = await page.evaluate(readTimeline, steps)
  await context.close()
  const [click = Number.NaN, ...later] = at
  const firstFrame = later.at(-1) ?? Number.NaN
  const during = tasks.filter((task) => task.start + task.duration > click && task.start < firstFrame)
  return {
    total: firstFrame - click,
    between: later.map((time, index) => time - (at[index] ?? Number.NaN)),
    longTasks:
      during.map(({ start, duration }) => `${Math.round(start - click)}+${duration}`).join(' ') || 'none',
  }
}

/** Runs in the page before its own code: marks the open socket and records long tasks, which need an observer. */
function watchTimeline(): void {
  globalThis.WebSocket = class extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args)
      this.addEventListener('open', () => performance.mark('room:socket-open'))
    }
  }
  const longTasks: { start: number; duration: number }[] = []
  Object.assign(globalThis, { longTasks })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
}

/** Runs in the page: first time of each step, and tasks over 50 ms, in ms since navigation start. */
function readTimeline(steps: string[]) {
  const { longTasks } = globalThis as typeof globalThis & { longTasks: { start: number; duration: number }[] }
  return {
    at: steps.map((step) => performance.getEntriesByName(`room:${step}`)[0]?.startTime ?? Number.NaN),
    tasks: longTasks,
  }
}
