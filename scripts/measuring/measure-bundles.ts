import type { Browser } from '@playwright/test'
import { connectDatabase } from '#lib/database/client.ts'
import { makeSchool, type SignedInPerson } from '#scripts/testing/make-school.ts'
import { signedInContext } from './open-browser.ts'
import { kilobytes, weighScripts } from './script-weight.ts'

export type Measured = { name: string; kilobytes: number; limit: number }

const DASHBOARD_LIMIT = 180
const PREVIEW_LIMIT = 175
const ROOM_LIMIT = 325

/** Compressed JavaScript of whole pages, framework included, with what each may weigh, in kB. */
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

  const weigh = (person: SignedInPerson, path: string) => weighPage(browser, baseUrl, person, path)
  return [
    { name: 'student home', kilobytes: await weigh(student, '/student'), limit: DASHBOARD_LIMIT },
    { name: 'trainer home', kilobytes: await weigh(trainer, '/trainer'), limit: DASHBOARD_LIMIT },
    { name: 'schedule', kilobytes: await weigh(admin, '/admin/schedule'), limit: DASHBOARD_LIMIT },
    { name: 'classes', kilobytes: await weigh(admin, '/admin/classes'), limit: DASHBOARD_LIMIT },
    { name: 'people', kilobytes: await weigh(admin, '/admin/people'), limit: DASHBOARD_LIMIT },
    { name: 'session', kilobytes: await weigh(admin, `/sessions/${session}`), limit: DASHBOARD_LIMIT },
    {
      name: 'preview',
      kilobytes: await weighPreview(browser, baseUrl, student, session),
      limit: PREVIEW_LIMIT,
    },
    { name: 'room', kilobytes: await weighRoom(browser, baseUrl, student, session), limit: ROOM_LIMIT },
  ]
}

async function weighPage(
  browser: Browser,
  baseUrl: string,
  person: SignedInPerson,
  path: string,
): Promise<number> {
  const context = await signedInContext(browser, baseUrl, person.credential)
  const page = await context.newPage()
  const weight = await weighScripts(context, page)
  await page.goto(path, { waitUntil: 'networkidle' }).catch(() => page.waitForLoadState('load'))
  await context.close()
  return kilobytes(weight)
}

/** The preview with nothing but the scripts that its HTML names: the room's code is kept from arriving. */
async function weighPreview(
  browser: Browser,
  baseUrl: string,
  person: SignedInPerson,
  session: string,
): Promise<number> {
  const context = await signedInContext(browser, baseUrl, person.credential)
  const page = await context.newPage()
  const path = `/sessions/${session}/room`
  const html = await (await context.request.get(path)).text()
  const weight = await weighScripts(context, page)
  await page.route('**/_next/static/chunks/**', (route) => {
    const { pathname } = new URL(route.request().url())
    return html.includes(pathname) ? route.continue() : route.abort()
  })
  await page.goto(path)
  await page.getByRole('button', { name: 'Stop video' }).waitFor()
  await context.close()
  return kilobytes(weight)
}

async function weighRoom(
  browser: Browser,
  baseUrl: string,
  person: SignedInPerson,
  session: string,
): Promise<number> {
  const context = await signedInContext(browser, baseUrl, person.credential)
  const page = await context.newPage()
  const weight = await weighScripts(context, page)
  await page.goto(`/sessions/${session}/room`)
  await page.getByRole('button', { name: 'Join class' }).click()
  await page.getByRole('button', { name: 'Leave' }).waitFor()
  await context.close()
  return kilobytes(weight)
}
