import { beforeEach, describe, expect, test, vi } from 'vitest'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { webSignInOptions } from '#lib/http/web-sign-in.ts'
import { issueTokenEndpoint } from '#lib/identity/api.ts'
import { composeEmails } from '#lib/notices/mail/compose-emails.ts'
import { PASSWORD, type SignedInPerson } from '#scripts/testing/make-school.ts'
import { setRequest } from '#scripts/testing/next-headers.ts'
import { notifyPeople } from '#scripts/testing/notify-people.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { serve } from '#scripts/testing/serve.ts'
import { issueToken } from './issue-token.ts'

vi.mock('next/headers', () => import('#scripts/testing/next-headers.ts'))

let school: School
let noor: SignedInPerson

beforeEach(async () => {
  school = await createSchool()
  serve(school)
  noor = await school.account()
})

/** Signs in like the web form, in a browser with this time zone. */
async function signInFrom(zone: string | null): Promise<void> {
  setRequest({ cookies: zone === null ? {} : { 'time-zone': zone } })
  const [provider] = webSignInOptions().providers
  if (!provider) throw new Error('There is no way to sign in')
  const { authorize } = provider.options as {
    authorize: (given: object, request: object) => Promise<unknown>
  }
  const given = { email: noor.email, password: PASSWORD }
  expect(await authorize(given, { headers: { 'x-forwarded-for': '203.0.113.7' } })).not.toBeNull()
}

async function signInFromApp(timeZone: unknown): Promise<void> {
  const body = issueTokenEndpoint.body.parse({ email: noor.email, password: PASSWORD, timeZone })
  await issueToken({ ...school.system(), request: { headers: new Headers() } }, body)
}

async function ownZone(): Promise<string | null> {
  const { timeZone } = await school.database.user.findUniqueOrThrow({ where: { id: noor.id } })
  return timeZone
}

/** The time zones of a page and of an e-mail about a class in Berlin. */
async function zonesShown(): Promise<{ page: string; mail: string | undefined }> {
  const { timeZone } = await school.database.user.findUniqueOrThrow({ where: { id: noor.id } })
  await notifyPeople(school, [noor], [crypto.randomUUID()])
  const rows = await school.database.notice.findMany({ include: { user: true }, take: 1 })
  const [letter] = await composeEmails(school.system(), rows)
  return { page: await viewerZone(school.as({ ...noor, timeZone })), mail: letter?.zone }
}

describe('a person without a time zone', () => {
  test('gets the browser’s zone at the next sign-in; before, e-mails use the class’s zone', async () => {
    expect((await zonesShown()).mail).toBe('Europe/Berlin')
    await signInFrom('US/Pacific')
    expect(await ownZone()).toBe('America/Los_Angeles')
    expect(await zonesShown()).toEqual({ page: 'America/Los_Angeles', mail: 'America/Los_Angeles' })
  })

  test('gets an app’s zone at the next sign-in', async () => {
    await signInFromApp('asia/calcutta')
    expect(await ownZone()).toBe('Asia/Kolkata')
  })

  test.each([null, 'Mars/Olympus', ''])('stays without one if a browser sends %j', async (zone) => {
    await signInFrom(zone)
    expect(await ownZone()).toBeNull()
  })

  test.each([undefined, 'Mars/Olympus', 5])('is signed in without one if an app sends %j', async (zone) => {
    await signInFromApp(zone)
    expect(await ownZone()).toBeNull()
  })
})

test('a sign-in does not change an existing time zone, which applies to all pages and e-mails', async () => {
  await signInFrom('Asia/Kolkata')
  await signInFrom('Asia/Tokyo')
  await signInFromApp('Asia/Tokyo')
  expect(await ownZone()).toBe('Asia/Kolkata')
  expect(await zonesShown()).toEqual({ page: 'Asia/Kolkata', mail: 'Asia/Kolkata' })
})
