import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { openBrowser } from './benchmarks/measuring/open-browser.ts'
import { buildOnce } from './dev-stack/build.ts'
import { generateClient } from './dev-stack/database/generate-client.ts'
import { runScript, runStep } from './running/run-step.ts'
import { onShutdown, shutDown, shutDownOnSignals } from './running/shutdown.ts'
import { screenshotRoomDisplay } from './screenshots/screenshot-room-display.ts'
import { screenshotRooms } from './screenshots/screenshot-rooms.ts'
import { takeScreenshot } from './screenshots/take-screenshot.ts'
import { demonstrationPath } from './testing/demonstration-path.ts'
import { startStack, TEST_BUILD } from './testing/stack.ts'

const PASSWORD = 'caravan-demo'

const pages = [
  { account: 'student', paths: ['/student', '/student/schedule', '/check', '/notices', '/account'] },
  { account: 'trainer', paths: ['/trainer', '/trainer/schedule'] },
  {
    account: 'admin',
    paths: [
      '/admin/schedule',
      '/admin/schedule?view=day',
      '/admin/schedule?view=list',
      '/admin/classes',
      '/admin/classes/[class]',
      '/admin/locations',
      '/admin/people',
      '/admin/people?panel=invite',
      '/admin/audit',
      '/admin/series/new',
      '/admin/holidays',
      '/admin/mailbox',
    ],
  },
]

const IMPORTED = `E-Mail;Vor- und Nachname;Teilnahme;Ort
ana.lima@example.org;Ana Lima;online;Potsdam
student@caravan.test;;vor Ort;Bonn
"li.wei@example.org";"Li
Wei";online;
kofi.asante@example;Kofi Asante;online;
chidi.nwosu@example.org;Chidi Nwosu;vor Ort;
Ana.Lima@example.org;Ana Lima;online;
jonas.falk@example.org;Jonas Falk;beides;
`

/** `npm run screenshots [-- folder]`: screenshots of the running product's pages, in each size and colour scheme. */
await runScript(async () => {
  const folder = resolve(process.argv[2] ?? 'test-results/screenshots')
  mkdirSync(folder, { recursive: true })
  shutDownOnSignals()
  process.env.NEXT_DIST_DIR = TEST_BUILD
  try {
    await runStep('Database client ready', generateClient)
    await runStep('Application built', () => buildOnce(TEST_BUILD))
    const { baseUrl, postgres, stop } = await runStep('Application ready', startStack)
    onShutdown(stop)
    const browser = await openBrowser()
    await runStep('Pages pictured', () => screenshotPages(browser, baseUrl, folder))
    await runStep('Enrolling from a file pictured', () => screenshotImport(browser, baseUrl, folder))
    await runStep('Doorway pictured', () => screenshotSignIn(browser, baseUrl, folder))
    await runStep('Class pictured', () => screenshotClass(browser, baseUrl, folder))
    await runStep('Rooms pictured', () =>
      screenshotRooms(browser, { baseUrl, databaseUrl: postgres.url }, folder),
    )
    await browser.close()
    console.info(folder)
    return 0
  } finally {
    await shutDown()
  }
})

async function screenshotPages(browser: Browser, baseUrl: string, folder: string): Promise<void> {
  for (const { account, paths } of pages) {
    const page = await signIn(browser, baseUrl, account)
    for (const path of paths) {
      await page.goto(await demonstrationPath(page.request, path))
      await page.getByRole('heading', { level: 1 }).waitFor()
      await takeScreenshot(page, folder, `${account}${path.replaceAll(/[^a-z]+/g, '-')}`)
    }
    await page.context().close()
  }
}

/** Import from a file: before choosing it, while fixing rows, and when done. */
async function screenshotImport(browser: Browser, baseUrl: string, folder: string): Promise<void> {
  const page = await signIn(browser, baseUrl, 'admin')
  await page.goto('/admin/classes')
  await page
    .getByRole('link', { name: /^Enrol students in/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'From a file or pasted addresses' }).click()
  const file = page.getByLabel(/Choose a CSV or Excel file/)
  await file.waitFor()
  await takeScreenshot(page, folder, 'admin-import-choose')
  await file.setInputFiles({ name: 'cohort-8.csv', mimeType: 'text/csv', buffer: Buffer.from(IMPORTED) })
  const mending = page.getByLabel('E-mail, line 6')
  await mending.fill('kofi.asante@example.org')
  await mending.press('Enter')
  await page.getByText(/^Fixed/).waitFor()
  await takeScreenshot(page, folder, 'admin-import-mend')
  await page.getByRole('button', { name: /^Enrol \d/ }).click()
  await page.getByRole('button', { name: 'Import another file' }).waitFor()
  await takeScreenshot(page, folder, 'admin-import-done')
  await page.context().close()
}

/** Pages for signed-out visitors, including an invitation of the demonstration. */
async function screenshotSignIn(browser: Browser, baseUrl: string, folder: string): Promise<void> {
  const admin = await signIn(browser, baseUrl, 'admin')
  const answer = await admin.request.get('/api/v1/admin/users?search=ana.lima')
  const [invited] = (await answer.json()).data.items
  const page = await (await browser.newContext({ baseURL: baseUrl, reducedMotion: 'reduce' })).newPage()
  const paths = { 'sign-in': '/sign-in', reset: '/sign-in/reset', invitation: invited.invitation.link }
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(path)
    await takeScreenshot(page, folder, name)
  }
  await page.context().close()
  await admin.context().close()
}

/** A class with its trainer and two students: preview, room, and leaving. */
async function screenshotClass(browser: Browser, baseUrl: string, folder: string): Promise<void> {
  const trainer = await signIn(browser, baseUrl, 'trainer')
  await trainer.goto('/trainer')
  await trainer
    .getByRole('button', { name: /^(Start|Rejoin) class$/ })
    .first()
    .click()
  await trainer.waitForURL(/\/room/)
  const room = new URL(trainer.url()).pathname
  await takeScreenshot(trainer, folder, 'trainer-preview')
  await joinClass(trainer)
  const students: Page[] = []
  for (const account of ['student', 'student2']) {
    const student = await signIn(browser, baseUrl, account)
    students.push(student)
    await student.goto(room)
    await joinClass(student)
    if (account === 'student2') await takeScreenshot(student, folder, 'student-room')
  }
  await takeScreenshot(trainer, folder, 'trainer-room')
  const [student] = students
  if (student) await screenshotPanels(student, folder)
  await screenshotRoomDisplay(browser, baseUrl, trainer, folder)
  for (const page of [trainer, ...students]) await page.context().close()
}

/** Panels beside a student's stage: the chat, and connection help. */
async function screenshotPanels(student: Page, folder: string): Promise<void> {
  await student.keyboard.press('c')
  await student.getByRole('textbox', { name: 'Message everyone' }).waitFor()
  await takeScreenshot(student, folder, 'student-chat')
  await student
    .getByRole('button', { name: /^Your connection:/ })
    .first()
    .click()
  await student.getByRole('img', { name: 'QR code for this class' }).waitFor()
  await takeScreenshot(student, folder, 'student-connection')
}

async function joinClass(page: Page): Promise<void> {
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
  await page.getByLabel('E-mail').fill(`${account}@caravan.test`)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}
