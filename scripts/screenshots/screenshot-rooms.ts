import type { Browser, Page } from '@playwright/test'
import { connectDatabase } from '#lib/database/client.ts'
import { signedInContext } from '#scripts/benchmarks/measuring/open-browser.ts'
import { requestAs } from '#scripts/benchmarks/measuring/request-as.ts'
import { joinSyntheticClass } from '#scripts/benchmarks/measuring/synthetic-class.ts'
import { makeSchool } from '#scripts/testing/make-school.ts'
import { takeScreenshot, viewports } from './take-screenshot.ts'

const NAMES = [
  ['Aisha Diallo', 'Mateo Rivera', 'Sofia Marques', 'Kwame Boateng', 'Yuki Tanaka', 'Noor Rahimi'],
  ['Lukas Brandt', 'Tariq Aziz', 'Mei Lin Chua', 'Zeynep Kaya', 'Hana Kovář', 'João Pires'],
  ['Ravi Menon', 'Ingrid Nilsen', 'Samuel Osei', 'Chidi Nwosu', 'Ana Lima', 'Kofi Asante'],
  ['Priya Raman', 'Jonas Falk', 'Li Wei', 'Fatou Sow', 'Marta Nowak', 'Bartholomew Featherstonehaugh-Smythe'],
].flat()

const STUDENTS = [1, 8, 24]
const TURN_MS = 3_000

type Site = { baseUrl: string; databaseUrl: string }

/** The trainer's room, with few and with many people, in both layouts. */
export async function screenshotRooms(browser: Browser, site: Site, folder: string): Promise<void> {
  for (const students of STUDENTS) await screenshotRoom(browser, site, folder, students)
}

async function screenshotRoom(
  browser: Browser,
  { baseUrl, databaseUrl }: Site,
  folder: string,
  count: number,
) {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const trainer = await school.person('TRAINER', 'Leïla Haddad')
  const students = await Promise.all(NAMES.slice(0, count).map((name) => school.person('STUDENT', name)))
  const sessionId = await school.session({
    // With open admission students need not wait while the trainer changes the device.
    classId: await school.course('HYBRID', 25, { title: 'Intro to TypeScript', admission: 'open' }),
    trainer,
    students,
    status: 'in_progress',
    capacity: 25,
    startsInHours: -0.5,
    hours: 1.5,
  })
  await database.$disconnect()
  const others = await joinSyntheticClass(baseUrl, sessionId, students)
  others.speakInTurns(TURN_MS)
  for (const student of students.slice(1, 4)) {
    await requestAs(student, 'POST', `${baseUrl}/api/v1/sessions/${sessionId}/hands`)
  }

  for (const width of new Set(viewports.map((look) => look.width))) {
    const context = await signedInContext(browser, baseUrl, trainer.credential)
    const page = await context.newPage()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`/sessions/${sessionId}/room`)
    await page.getByRole('button', { name: 'Join class' }).click()
    await page.mouse.move(0, 0)
    const chosen = viewports.filter((look) => look.width === width)
    await waitUntilVideosPlay(page)
    await takeScreenshot(page, folder, `room-of-${count + 1}-stage`, chosen)
    if (count > 1) {
      await page.keyboard.press('g')
      await page.locator(':focus').blur()
      await waitUntilVideosPlay(page)
      await takeScreenshot(page, folder, `room-of-${count + 1}-grid`, chosen)
    }
    await context.close()
  }
  await others.leave()
}

/** Waits until each tile shows its camera, including the self-view. On a busy machine a tile may stay empty. */
async function waitUntilVideosPlay(page: Page): Promise<void> {
  const isShown = () => {
    const tiles = [...document.querySelectorAll('[data-size]')]
    return tiles.length > 1 && tiles.every((tile) => (tile.querySelector('video')?.videoWidth ?? 0) > 0)
  }
  await page.waitForFunction(isShown, undefined, { polling: 200, timeout: 15_000 }).catch(() => {})
}
