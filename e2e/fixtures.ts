import { type Browser, test as base, type Page } from '@playwright/test'
import { connectDatabase } from '#lib/database/client.ts'
import type { Role } from '#lib/kernel/enums.ts'
import type { ClassId } from '#lib/kernel/ids.ts'
import { makeSchool, type SignedInPerson } from '#scripts/testing/make-school.ts'
import { createApiClient } from './api.ts'
import { type Installation, sharedInstallation } from './installation.ts'
import { Participant } from './participant.ts'

type SessionOptions = {
  trainer: string
  students?: string[]
  /** Students with an in-person seat. */
  inPersonStudents?: string[]
  sessionType?: 'online' | 'offline'
  status?: 'scheduled' | 'in_progress'
  capacity?: number
  inPersonCapacity?: number
  classId?: ClassId
  /** Start in hours from now; `hours` is the duration. */
  startsInHours?: number
  hours?: number
}

type Fixtures = {
  installation: Installation
  /** People are addressed by first name and belong to this test only. */
  school: Awaited<ReturnType<typeof openNamedSchool>>
  /** A browser with the person signed in, and with camera and microphone. */
  as(name: string): Promise<Participant>
}

export const test = base.extend<Fixtures>({
  installation: async ({ baseURL }, use) => use(sharedInstallation(baseURL)),
  school: async ({ installation }, use) => {
    const database = connectDatabase(installation.databaseUrl)
    await use(await openNamedSchool(database, installation))
    await database.$disconnect()
  },
  as: async ({ installation, school, browser }, use) => {
    const open: Awaited<ReturnType<typeof openBrowser>>[] = []
    await use(async (name) => {
      const opened = await openBrowser(browser, installation, school.personCalled(name))
      open.push(opened)
      return new Participant(name, opened.page)
    })
    for (const { context } of open) await context.close()
  },
})

/** Trainers and students are created with their sessions; Marta, an admin, always exists. */
async function openNamedSchool(database: ReturnType<typeof connectDatabase>, { baseUrl }: Installation) {
  const makers = makeSchool(database)
  const people = new Map([['Marta', await makers.person('ADMIN', 'Marta')]])

  async function person(role: Role, name: string): Promise<SignedInPerson> {
    const known = people.get(name)
    if (known) return known
    const made = await makers.person(role, name)
    people.set(name, made)
    return made
  }

  function personCalled(name: string): SignedInPerson {
    const found = people.get(name)
    if (!found) throw new Error(`Nobody here is called ${name}`)
    return found
  }

  return {
    database,
    person,
    personCalled,
    classInBerlin: () => makers.course(),
    async enrol(classId: ClassId, students: string[]) {
      await makers.enrol(classId, await Promise.all(students.map((student) => person('STUDENT', student))))
    },
    course: makers.course,
    /** The number of people in the session's room, according to LiveKit's events. */
    inside: (sessionId: string) => database.presence.count({ where: { sessionId, leftAt: null } }),
    api: (name: string) => createApiClient(baseUrl, personCalled(name).credential),
    async session({ trainer, students = [], inPersonStudents: inRoom = [], ...wish }: SessionOptions) {
      return makers.session({
        startsInHours: 0.2,
        ...wish,
        trainer: await person('TRAINER', trainer),
        students: await Promise.all(students.map((student) => person('STUDENT', student))),
        inPersonStudents: await Promise.all(inRoom.map((student) => person('STUDENT', student))),
      })
    },
  }
}

async function openBrowser(browser: Browser, { baseUrl }: Installation, person: SignedInPerson) {
  const context = await browser.newContext({
    baseURL: baseUrl,
    permissions: ['camera', 'microphone'],
    // Without a GPU the CPU draws each animation frame in every browser of the class.
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'next-auth.session-token', value: person.credential, url: baseUrl }])
  const page = await context.newPage()
  for (const method of ['goto', 'reload'] as const) waitForHydration(page, method)
  return { context, page }
}

/** Clicks before hydration are lost, and hydration takes long on a busy machine. */
function waitForHydration(page: Page, method: 'goto' | 'reload'): void {
  const go = page[method].bind(page) as (...asked: unknown[]) => ReturnType<Page['goto']>
  page[method] = async (...asked: unknown[]) => {
    const response = await go(...asked)
    await page.waitForFunction(() => {
      // React's marker for a part that the server is still streaming.
      if (document.querySelector('template[id^="B:"]')) return false
      const controls = [...document.querySelectorAll('main :is(h1, button, input, select, textarea)')]
      return controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactFiber')))
    })
    return response
  }
}
