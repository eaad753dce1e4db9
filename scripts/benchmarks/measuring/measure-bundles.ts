import type { Browser, Page } from '@playwright/test'
import { connectDatabase } from '#lib/database/client.ts'
import { makeSchool, type SignedInPerson } from '#scripts/testing/make-school.ts'
import { signedInContext } from './open-browser.ts'
import { kilobytes, weighScripts } from './script-weight.ts'

export type Measured = { name: string; kilobytes: number; limit: number }

const DASHBOARD_LIMIT = 175
/** The calendar, which loads once the schedule is shown. */
const CALENDAR_LIMIT = 90
const PREVIEW_LIMIT = 170
const ROOM_LIMIT = 360

const SCHEDULE = '/admin/schedule'

/** Compressed JavaScript of whole pages including the framework, with limits in kB. */
export async function measureBundles(
  browser: Browser,
  { baseUrl, databaseUrl }: { baseUrl: string; databaseUrl: string },
): Promise<Measured[]> {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const [student, trainer, admin] = [
    await school.person('STUDENT'),
    await school.person('TRAINER'),
    await school.person('ADMIN'),
  ]
  const session = await school.session({ trainer, students: [student] })
  await database.$disconnect()

  const room = `/sessions/${session}/room`
  const dashboards: [name: string, person: SignedInPerson, path: string][] = [
    ['student home', student, '/student'],
    ['trainer home', trainer, '/trainer'],
    ['classes', admin, '/admin/classes'],
    ['people', admin, '/admin/people'],
    ['session', admin, `/sessions/${session}`],
  ]
  const weigh = (person: SignedInPerson, visit: PageAction) =>
    weighPageAction(browser, baseUrl, person, visit)
  const measured: Measured[] = []
  for (const [name, person, path] of dashboards) {
    measured.push({
      name,
      kilobytes: await weigh(person, (page) => readPage(page, path)),
      limit: DASHBOARD_LIMIT,
    })
  }
  const schedule = await weigh(admin, readScheduleAlone)
  const withCalendar = await weigh(admin, useCalendar)
  const check = await weigh(student, checkAlone)
  const preview = await weigh(student, (page) => usePreviewAlone(page, room))
  const inClass = await weigh(student, (page) => join(page, room))
  return [
    ...measured,
    { name: 'schedule', kilobytes: schedule, limit: DASHBOARD_LIMIT },
    { name: 'its calendar', kilobytes: withCalendar - schedule, limit: CALENDAR_LIMIT },
    { name: 'device check', kilobytes: check, limit: DASHBOARD_LIMIT },
    { name: 'preview', kilobytes: preview, limit: PREVIEW_LIMIT },
    { name: 'room', kilobytes: inClass, limit: ROOM_LIMIT },
  ]
}

type PageAction = (page: Page) => Promise<unknown>

async function weighPageAction(
  browser: Browser,
  baseUrl: string,
  person: SignedInPerson,
  visit: PageAction,
): Promise<number> {
  const context = await signedInContext(browser, baseUrl, person.credential)
  const page = await context.newPage()
  const weight = await weighScripts(context, page)
  await visit(page)
  await context.close()
  return kilobytes(weight)
}

async function readPage(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
}

/** The schedule without its calendar, whose code is blocked. */
async function readScheduleAlone(page: Page): Promise<void> {
  await loadLinkedScripts(page, SCHEDULE)
  await page.getByRole('link', { name: 'New session' }).waitFor()
  await page.waitForLoadState('networkidle')
}

async function useCalendar(page: Page): Promise<void> {
  await page.goto(SCHEDULE)
  await page.locator('[role=cell][data-date]').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** The preview alone: the room's code is blocked. */
async function usePreviewAlone(page: Page, path: string): Promise<void> {
  await loadLinkedScripts(page, path)
  await page.getByRole('button', { name: 'Stop video' }).waitFor()
}

/** The device check alone: the code that connects to LiveKit is blocked. */
async function checkAlone(page: Page): Promise<void> {
  await loadLinkedScripts(page, '/check')
  await page.getByRole('button', { name: 'Play a sound' }).waitFor()
}

/** Opens a page with only the scripts that its HTML references. */
async function loadLinkedScripts(page: Page, path: string): Promise<void> {
  const html = await (await page.context().request.get(path)).text()
  await page.route('**/_next/static/chunks/**', (route) => {
    const { pathname } = new URL(route.request().url())
    return html.includes(pathname) ? route.continue() : route.abort()
  })
  await page.goto(path)
}

async function join(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: 'Join class' }).click()
  await page.getByRole('button', { name: 'Leave' }).waitFor()
}
