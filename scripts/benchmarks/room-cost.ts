import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { connectDatabase } from '#lib/database/client.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { BenchEnvironment } from '#scripts/benchmarks/measuring/bench-environment.ts'
import { type MainThread, measureMainThread } from '#scripts/benchmarks/measuring/main-thread.ts'
import { median } from '#scripts/benchmarks/measuring/measure-rate.ts'
import { openBrowser, signedInContext } from '#scripts/benchmarks/measuring/open-browser.ts'
import {
  bundleVideoConference,
  openVideoConference,
} from '#scripts/benchmarks/measuring/open-video-conference.ts'
import { joinSyntheticClass } from '#scripts/benchmarks/measuring/synthetic-class.ts'
import { makeSchool } from '#scripts/testing/make-school.ts'

const PEOPLE = 24
/** Number of people that our room shows in WINDOW with its side panel open. */
const TILES = 16
const PAIRS = 3
const TURN_MS = 2_500
const SETTLES_MS = 8_000
const MEASURED_MS = 30_000
const SCRIPT_LIMIT = 0.5
const TASK_LIMIT = 0.7
/** At this size our room shows four rows of four beside its side panel. */
const WINDOW = { width: 1600, height: 900 }

/**
 * CPU time per second of the room page's main thread while 24 people show their cameras and speak in turn, relative
 * to the prefab `VideoConference` of components-react with as many tiles, each with its side panel.
 */
export default async function run({ baseUrl, databaseUrl }: BenchEnvironment): Promise<boolean> {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const trainer = await school.person('TRAINER')
  const students = await school.people('STUDENT', PEOPLE)
  const session = await school.session({
    // With open admission students need not wait while the trainer's pages open and close.
    classId: await school.course('HYBRID', PEOPLE, { admission: 'open' }),
    trainer,
    students,
    status: 'in_progress',
    capacity: PEOPLE,
    startsInHours: 0,
  })
  await database.$disconnect()

  const script = await bundleVideoConference()
  const others = await joinSyntheticClass(baseUrl, session, students)
  others.speakInTurns(TURN_MS)
  const browser = await openBrowser()
  const measure = async (open: (page: Page) => Promise<void>): Promise<Measured> => {
    const context = await signedInContext(browser, baseUrl, trainer.credential)
    const page = await context.newPage()
    await page.setViewportSize(WINDOW)
    await open(page)
    await delay(SETTLES_MS)
    const measured = { ...(await measureMainThread(page, MEASURED_MS)), tiles: await countPictures(page) }
    await context.close()
    return measured
  }

  const ours: Measured[] = []
  const theirs: Measured[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    ours.push(await measure((page) => openRoom(page, session)))
    theirs.push(await measure((page) => openVideoConference(page, session, script)))
  }
  await browser.close()
  await others.leave()

  print('room', ours)
  print('prefab', theirs)
  const hasAllTiles = [...ours, ...theirs].every(({ tiles }) => tiles === TILES)
  if (!hasAllTiles) console.info(`The two do not show ${TILES} tiles each: the figures say nothing.`)
  const scriptRatio = ratio('script', ours, theirs, SCRIPT_LIMIT)
  const taskRatio = ratio('task', ours, theirs, TASK_LIMIT)
  return hasAllTiles && scriptRatio <= SCRIPT_LIMIT && taskRatio <= TASK_LIMIT
}

type Measured = MainThread & { tiles: number }

/** Opens the trainer's room: people panel beside the grid, own microphone muted, as in the prefab. */
async function openRoom(page: Page, session: SessionId): Promise<void> {
  await page.goto(`/sessions/${session}/room`)
  await page.getByRole('button', { name: 'Join class' }).click()
  await page.getByText('Grid', { exact: true }).click()
  await page.getByRole('button', { name: 'Mute', exact: true }).click()
}

/** Number of videos that play in view. */
function countPictures(page: Page): Promise<number> {
  return page.evaluate(() => {
    const isInView = (video: HTMLVideoElement) => {
      const { width, top, bottom, left, right } = video.getBoundingClientRect()
      return width > 0 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth
    }
    return [...document.querySelectorAll('video')].filter(
      (video) => !video.paused && video.videoWidth > 0 && isInView(video),
    ).length
  })
}

function print(name: string, measured: Measured[]): void {
  const row = (of: keyof Measured) => measured.map((one) => one[of].toFixed(of === 'tiles' ? 0 : 1)).join(' ')
  console.info(`${name.padEnd(8)} script ${row('script')} ms/s, main thread ${row('task')} ms/s`)
  console.info(`${''.padEnd(8)} pictures in view ${row('tiles')}`)
}

function ratio(of: keyof MainThread, ours: Measured[], theirs: Measured[], limit: number): number {
  const found = median(ours.map((one) => one[of])) / median(theirs.map((one) => one[of]))
  console.info(`${of.padEnd(8)} ${found.toFixed(2)} of the prefab's, by medians (at most ${limit})`)
  return found
}
