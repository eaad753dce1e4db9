import { expect, test } from 'vitest'
import { createInvitations } from '#lib/identity/password-links/create-invitations.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import { startMailServer } from '#scripts/testing/mail-server.ts'
import { notifyPeople } from '#scripts/testing/notify-people.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { changeMailPreference } from './change-mail-preference.ts'
import { findMailPreference } from './find-mail-preference.ts'
import { sendEmails } from './send-emails.ts'

async function statesOf(school: School): Promise<string[]> {
  const notices = await school.database.notice.findMany({ select: { mail: true } })
  return notices.map(({ mail }) => mail).sort()
}

test('each e-mail is sent once, even if two instances send at the same time', async () => {
  const school = await createSchool()
  const { letters, mail } = await startMailServer()
  const people = await school.people('STUDENT', 6)
  await notifyPeople(school, people)
  await Promise.all([1, 2, 3].map(() => sendEmails({ ...school.system(), mail })))
  expect(letters).toHaveLength(6)
  const recipients = letters.map((letter) => /^To: .*<(.+)>/m.exec(letter)?.[1])
  expect(new Set(recipients)).toEqual(new Set(people.map(({ email }) => email)))
  await sendEmails({ ...school.system(), mail })
  expect(letters).toHaveLength(6)
  expect(await statesOf(school)).toEqual(Array.from({ length: 6 }, () => 'sent'))
})

test('a notice repeated with the same key is not e-mailed again', async () => {
  const school = await createSchool()
  const { letters, mail } = await startMailServer()
  const people = await school.people('STUDENT', 1)
  for (let time = 0; time < 2; time += 1) {
    await notifyPeople(school, people)
    await sendEmails({ ...school.system(), mail })
    // Long enough ago for a retry.
    await school.database.notice.updateMany({ data: { mailedAt: new Date(0) } })
  }
  expect(letters).toHaveLength(1)
  expect(await statesOf(school)).toEqual(['sent'])
})

test('an e-mail that the server refuses is retried later with the same id and does not delay others', async () => {
  const school = await createSchool()
  let refusing = true
  const { letters, mail } = await startMailServer({ rejects: () => refusing })
  await notifyPeople(school, await school.people('STUDENT', 2))
  await sendEmails({ ...school.system(), mail })
  expect(letters).toEqual([])
  expect(await statesOf(school)).toEqual(['waiting', 'waiting'])
  refusing = false
  await sendEmails({ ...school.system(), mail })
  expect(letters, 'before its time').toEqual([])
  await school.database.notice.updateMany({ data: { mailedAt: new Date(Date.now() - MINUTE_MS) } })
  await sendEmails({ ...school.system(), mail })
  expect(letters).toHaveLength(2)
  const [first] = await school.database.notice.findMany({ select: { id: true } })
  expect(letters.join('\n')).toContain(`Message-ID: <${first?.id}@school.test>`)
})

test('a malformed notice and a reader who has turned off e-mails do not delay others', async () => {
  const school = await createSchool()
  const { letters, mail } = await startMailServer()
  const people = await school.people('STUDENT', 3)
  await notifyPeople(school, people)
  const [strange, muted, usual] = people
  await school.database.notice.updateMany({ where: { userId: strange?.id }, data: { kind: 'from-tomorrow' } })
  await school.database.user.update({ where: { id: muted?.id }, data: { mutedByMail: ['changes'] } })
  await sendEmails({ ...school.system(), mail })
  expect(letters).toEqual([expect.stringContaining(`<${usual?.email}>`)])
  expect(await statesOf(school)).toEqual(['failed', 'sent', 'waiting'])
})

test('a server that stops responding times out and gets the same e-mail later', async () => {
  const school = await createSchool()
  const { letters, mail, silence } = await startMailServer({ timeout: 500 })
  await notifyPeople(school, await school.people('STUDENT', 1))
  silence(true)
  await sendEmails({ ...school.system(), mail })
  expect(await statesOf(school)).toEqual(['waiting'])
  silence(false)
  await school.database.notice.updateMany({ data: { mailedAt: new Date(Date.now() - MINUTE_MS) } })
  await sendEmails({ ...school.system(), mail })
  const ids = letters.map((letter) => /^Message-ID: (.+)$/m.exec(letter)?.[1])
  expect(new Set(ids).size).toBe(1)
  expect(await statesOf(school)).toEqual(['sent'])
})

test('after 8 tries an e-mail is given up', async () => {
  const school = await createSchool()
  const { mail } = await startMailServer({ rejects: () => true })
  await notifyPeople(school, await school.people('STUDENT', 1))
  for (let tries = 0; tries < 8; tries += 1) {
    await school.database.notice.updateMany({ data: { mailedAt: new Date(0) } })
    await sendEmails({ ...school.system(), mail })
  }
  expect(await statesOf(school)).toEqual(['failed'])
})

test('an invitation is sent while its link is valid, other notices for a day', async () => {
  const school = await createSchool()
  const { letters, mail } = await startMailServer()
  const [invited, expired, told] = await school.people('STUDENT', 3)
  const ids = [invited, expired].flatMap((person) => person?.id ?? [])
  await createInvitations(school.system(), ids, null)
  await notifyPeople(school, told ? [told] : [])
  await school.database.invitation.updateMany({
    where: { userId: expired?.id },
    data: { expiresAt: new Date(0) },
  })
  await school.database.notice.updateMany({ data: { createdAt: new Date(Date.now() - 25 * HOUR_MS) } })
  await sendEmails({ ...school.system(), mail })
  expect(letters).toEqual([expect.stringContaining(`<${invited?.email}>`)])
})

test('without a mail server e-mails wait', async () => {
  const school = await createSchool()
  await notifyPeople(school, await school.people('STUDENT', 1))
  await sendEmails(school.system())
  expect(await statesOf(school)).toEqual(['waiting'])
})

test('an e-mail has text and HTML, shows the zone, and one click unsubscribes from its kind', async () => {
  const school = await createSchool()
  const { letters, mail } = await startMailServer()
  const noor = await school.person('STUDENT', 'Noor <b>')
  await school.database.user.update({ where: { id: noor.id }, data: { timeZone: 'Asia/Kolkata' } })
  await notifyPeople(school, [noor])
  await sendEmails({ ...school.system(), mail })
  const letter = letters[0]?.replace(/=\r\n/g, '') ?? ''
  expect(letter).toContain('Content-Type: text/plain')
  expect(letter).toContain('Content-Type: text/html')
  expect(letter).toContain('Asia/Kolkata')
  expect(letter).toContain('Hello Noor &lt;b&gt;,')
  expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  const key = /List-Unsubscribe:\s+<https:\/\/school\.test\/api\/v1\/mail-preferences\/([^>]+)>/.exec(
    letter,
  )?.[1]
  const stop = { key: key?.replace(/\s/g, '') ?? '' }
  for (let time = 0; time < 2; time += 1) await changeMailPreference(school.system(), { ...stop, on: false })
  await notifyPeople(school, [noor], ['again'])
  expect(await statesOf(school)).toEqual(['none', 'sent'])
  expect(await findMailPreference(school.system(), stop)).toEqual({ topic: 'changes', on: false })
  await changeMailPreference(school.system(), { ...stop, on: true })
  await notifyPeople(school, [noor], ['once more'])
  expect(await statesOf(school)).toEqual(['none', 'sent', 'waiting'])
})

test('a key that was not signed by this school changes no preference', async () => {
  const school = await createSchool()
  const noor = await school.person('STUDENT')
  const forged = changeMailPreference(school.system(), { key: `${noor.id}_changes.AAAA`, on: false })
  await expect(forged).rejects.toMatchObject({ code: 'not_found' })
  expect(await findMailPreference(school.system(), { key: `${noor.id}_changes.AAAA` })).toBeNull()
})

test('a reminder of a session that was moved or cancelled is not sent', async () => {
  const school = await createSchool()
  const { letters, mail } = await startMailServer()
  const noor = await school.person('STUDENT')
  const [kept, cancelled] = [await school.session(), await school.session({ status: 'cancelled' })]
  for (const sessionId of [kept, cancelled]) {
    const { startsAt } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    await writeNotices(school.system(), [
      {
        userId: noor.id,
        key: sessionId,
        kind: 'reminder',
        facts: { sessionId, startsAt: startsAt.toISOString(), before: 'quarter' },
      },
    ])
  }
  await sendEmails({ ...school.system(), mail })
  expect(letters).toHaveLength(1)
  expect(await statesOf(school)).toEqual(['failed', 'sent'])
})
