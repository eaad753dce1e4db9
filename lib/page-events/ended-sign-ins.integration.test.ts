import { describe, expect, onTestFinished, test } from 'vitest'
import { listenToChannel } from '#lib/database/listen.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { acceptLink } from '#lib/identity/password-links/accept-link.ts'
import { createPasswordReset } from '#lib/identity/password-links/create-password-reset.ts'
import { changePassword } from '#lib/identity/sign-in/change-password.ts'
import { hashCredential, parseCredential } from '#lib/identity/sign-in/credential.ts'
import { deleteExpiredRecords } from '#lib/identity/sign-in/delete-expired-records.ts'
import { endCredential, signOut } from '#lib/identity/sign-in/sign-out.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { eraseUser } from '#lib/people/erase-user.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { PASSWORD, type SignedInPerson } from '#scripts/testing/make-school.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { PAGE_EVENTS_CHANNEL } from './event-envelope.ts'
import { createStreams } from './streams.ts'

const NEXT_PASSWORD = 'lanterns at dawn'

async function listen(school: School, onNotice: (payload: string) => void) {
  const begun = Promise.withResolvers<void>()
  const stop = listenToChannel(school.url, PAGE_EVENTS_CHANNEL, {
    onNotification: onNotice,
    onListening: begun.resolve,
  })
  onTestFinished(stop)
  await begun.promise
}

/** The open pages of an instance that listens to the school's database. */
async function startInstance(school: School) {
  const streams = createStreams(school.database)
  await listen(school, (payload) => void streams.forward(payload))
  return streams
}

function openPage(streams: ReturnType<typeof createStreams>, { id: userId, signInId }: SignedInPerson) {
  const page = { closed: false, heard: 0 }
  streams.add({
    userId,
    signInId,
    send: () => {
      page.heard += 1
    },
    close: () => {
      page.closed = true
    },
  })
  return page
}

function credentialOf({ credential }: SignedInPerson) {
  const read = parseCredential(credential)
  if (!read) throw new Error('A test person has a credential')
  return read
}

type Way = (school: School, noor: SignedInPerson, elsewhere: SignedInPerson) => Promise<unknown>

const ways: Record<string, Way> = {
  'signs out on the web': (school, noor) => endCredential(school.system(), credentialOf(noor)),
  'signs out of an app': (school, noor) => signOut(school.as(noor)),
  'changes the password in another browser': (school, _, elsewhere) =>
    changePassword(school.as(elsewhere), { current: PASSWORD, next: NEXT_PASSWORD }),
  'sets a password by a link': async (school, { id }) => {
    await createPasswordReset(school.system(), id)
    const link = await school.database.invitation.findFirstOrThrow({ where: { userId: id } })
    const key = school.system().links.sign('password', link.id)
    await acceptLink(school.system(), { key, password: NEXT_PASSWORD })
  },
  'is given a password by an admin': async (school, { id }) =>
    changeUser(await school.asAdmin(), { userId: id, password: NEXT_PASSWORD }),
  'is disabled': async (school, { id }) => changeUser(await school.asAdmin(), { userId: id, disabled: true }),
  'is erased': async (school, { id }) => eraseUser(await school.asAdmin(), { userId: id }),
}

describe('all open pages of a user close on every instance when the user', () => {
  test.each(Object.entries(ways))('%s', async (_, end) => {
    const school = await createSchool()
    const noor = await school.account()
    const elsewhere = await school.signInOf(noor)
    const bystander = await school.person('STUDENT')
    const instances = [await startInstance(school), await startInstance(school)]
    const pages = instances.map((instance) => openPage(instance, noor))
    const others = instances.map((instance) => openPage(instance, bystander))
    await end(school, noor, elsewhere)
    await eventually(() => expect(pages.map(({ closed }) => closed)).toEqual([true, true]))
    expect(others.map(({ closed }) => closed)).toEqual([false, false])
  })
})

test('the browser that changes the password keeps its page, and a rollback closes no page', async () => {
  const school = await createSchool()
  const [noor, sami, mateo] = [await school.account(), await school.account(), await school.account()]
  const streams = await startInstance(school)
  const page = openPage(streams, noor)
  const kept = openPage(streams, sami)
  const last = openPage(streams, mateo)
  await changePassword(school.as(noor), { current: PASSWORD, next: NEXT_PASSWORD })
  const failing = inTransaction(school.system(), async (context) => {
    await endCredential(context, credentialOf(sami))
    throw new Error('Something else went wrong')
  })
  await expect(failing).rejects.toThrow('Something else went wrong')
  await signOut(school.as(mateo))
  // Notifications arrive in the order of their commits.
  await eventually(() => expect(last.closed).toBe(true))
  expect([page.closed, kept.closed]).toEqual([false, false])
})

test('a thousand sign-ins that end together are all published, and expired ones are deleted silently', async () => {
  const school = await createSchool()
  const { id: userId } = await school.person('STUDENT')
  const heard: string[] = []
  await listen(school, (payload) => void heard.push(...JSON.parse(payload).signInIds))
  const createMany = async (expiresAt: Date) => {
    const data = Array.from({ length: 1000 }, () => ({
      userId,
      carrier: 'web' as const,
      tokenHash: hashCredential(crypto.randomUUID() as ReturnType<typeof credentialOf>),
      expiresAt,
    }))
    return school.database.signIn.createManyAndReturn({ data, select: { id: true } })
  }
  await createMany(new Date(Date.now() - MINUTE_MS))
  const ended = await createMany(new Date(Date.now() + MINUTE_MS))
  await deleteExpiredRecords(school.system())
  await school.database.signIn.deleteMany({ where: { id: { in: ended.map(({ id }) => id) } } })
  await eventually(() => expect(heard).toHaveLength(1000))
  expect(heard.toSorted()).toEqual(ended.map(({ id }) => id).toSorted())
})

test('a page that opens while its sign-in ends is closed', async () => {
  const school = await createSchool()
  const noor = await school.person('STUDENT')
  await signOut(school.as(noor))
  const page = openPage(createStreams(school.database), noor)
  await eventually(() => expect(page.closed).toBe(true))
})

test('after lost notifications, pages of ended sign-ins close and the others reload', async () => {
  const school = await createSchool()
  const [noor, sami] = [await school.person('STUDENT'), await school.person('STUDENT')]
  const streams = createStreams(school.database)
  const [page, other] = [openPage(streams, noor), openPage(streams, sami)]
  await signOut(school.as(noor))
  await streams.announceReady()
  expect(page.closed).toBe(true)
  expect(other).toEqual({ closed: false, heard: 2 })
})
