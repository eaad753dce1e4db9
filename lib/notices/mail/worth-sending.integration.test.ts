import { describe, expect, test } from 'vitest'
import { createInvitations } from '#lib/identity/password-links/create-invitations.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { Email } from '#lib/mail/mail.ts'
import { listMailbox } from '#lib/mailbox/list-mailbox.ts'
import type { NoticeContent } from '#lib/notices/facts.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import type { SignedInPerson } from '#scripts/testing/make-school.ts'
import { notifyPeople } from '#scripts/testing/notify-people.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { sendEmails } from './send-emails.ts'

/** Sends the waiting e-mails and returns them in order. */
async function send(school: School): Promise<Email[]> {
  const letters: Email[] = []
  const mail = { configured: true, send: async (letter: Email) => void letters.push(letter) }
  await sendEmails({ ...school.system(), mail })
  return letters
}

async function recipients(school: School): Promise<string[]> {
  return (await send(school)).map(({ to }) => to.address)
}

function tellOnce(school: School, { id: userId }: SignedInPerson, content: NoticeContent): Promise<void> {
  return writeNotices(school.system(), [{ userId, key: 'once', ...content }])
}

describe('no e-mail is sent', () => {
  test('to a user who has been disabled', async () => {
    const school = await createSchool()
    const [noor, ana] = [await school.person('STUDENT'), await school.person('STUDENT')]
    await notifyPeople(school, [noor])
    await createInvitations(school.system(), [ana.id], null)
    await school.database.user.updateMany({ data: { disabledAt: new Date() } })
    expect(await recipients(school)).toEqual([])
  })

  test.each(['usedAt', 'revokedAt'] as const)('with a link that has %s', async (column) => {
    const school = await createSchool()
    const ana = await school.person('STUDENT')
    await createInvitations(school.system(), [ana.id], null)
    await school.database.invitation.updateMany({ data: { [column]: new Date() } })
    expect(await recipients(school)).toEqual([])
  })

  test.each([
    ['was moved', { startsAt: new Date(Date.now() + 7_200_000), endsAt: new Date(Date.now() + 9_000_000) }],
    ['was cancelled', { status: 'cancelled' as const }],
  ])('about a session that has %s', async (_, change) => {
    const school = await createSchool()
    const [noor, sessionId] = [await school.person('STUDENT'), await school.session({ startsInHours: 0.2 })]
    const where = { id: sessionId }
    const { startsAt } = await school.database.classSession.findUniqueOrThrow({ where })
    const facts = { sessionId, startsAt: startsAt.toISOString(), before: 'quarter' as const }
    await tellOnce(school, noor, { kind: 'reminder', facts })
    await school.database.classSession.update({ where, data: change })
    expect(await recipients(school)).toEqual([])
  })

  test('as a reminder of a session that has started', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    const sessionId = await school.session({ startsInHours: -0.1, status: 'in_progress' })
    const { startsAt } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    const facts = { sessionId, startsAt: startsAt.toISOString(), before: 'quarter' as const }
    await tellOnce(school, noor, { kind: 'reminder', facts })
    expect(await recipients(school)).toEqual([])
  })

  test('as a reminder to the trainer of a session that is over', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    const sessionId = await school.session({ startsInHours: -1, status: 'completed' })
    await tellOnce(school, noor, {
      kind: 'trainer_reminder',
      facts: { sessionId, startsAt: new Date().toISOString() },
    })
    expect(await recipients(school)).toEqual([])
  })
})

test('e-mails are sent in the order of their notices', async () => {
  const school = await createSchool()
  const [noor, ana] = [await school.person('STUDENT'), await school.person('STUDENT')]
  await notifyPeople(school, [noor])
  const earlier = school.system(new Date(Date.now() - MINUTE_MS))
  await notifyPeople(school, [ana], ['once'], earlier)
  expect(await recipients(school)).toEqual([ana.email, noor.email])
})

test('an e-mail that another process is sending is skipped', async () => {
  const school = await createSchool()
  const [noor, ana] = [await school.person('STUDENT'), await school.person('STUDENT')]
  await notifyPeople(school, [noor, ana])
  const sent = await runDuring(
    school.database,
    (database) => database.$queryRaw`SELECT 1 FROM "Notice" WHERE "userId" = ${noor.id}::uuid FOR UPDATE`,
    () => recipients(school),
  )
  expect(sent).toEqual([ana.email])
})

test('e-mails with links that set a password cannot be turned off', async () => {
  const school = await createSchool()
  const ana = await school.person('STUDENT')
  await createInvitations(school.system(), [ana.id], null)
  const [letter] = await send(school)
  expect(letter?.to.address).toBe(ana.email)
  expect(letter?.unsubscribe).toBeUndefined()
  expect(letter?.text).not.toContain('/mail-preferences/')
})

test('the mailbox omits notices that are not sent by e-mail', async () => {
  const school = await createSchool()
  const noor = await school.person('STUDENT')
  await school.database.user.update({ where: { id: noor.id }, data: { mutedByMail: ['changes'] } })
  await notifyPeople(school, [noor])
  expect(await listMailbox(await school.asAdmin(), { limit: 9 })).toMatchObject({ items: [], waiting: 0 })
})
