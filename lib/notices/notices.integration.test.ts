import { describe, expect, test } from 'vitest'
import { createInvitations } from '#lib/identity/password-links/create-invitations.ts'
import { createPasswordReset } from '#lib/identity/password-links/create-password-reset.ts'
import { listNotices } from '#lib/inbox/list-notices.ts'
import { markRead } from '#lib/inbox/mark-read.ts'
import { DAY_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import { classId as toClassId, userId as toUserId } from '#lib/kernel/ids.ts'
import { listMailbox } from '#lib/mailbox/list-mailbox.ts'
import { notifyPeople } from '#scripts/testing/notify-people.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { deleteOldNotices } from './delete-old-notices.ts'
import { changePreferences, findPreferences } from './preferences.ts'
import { sendSessionReminders } from './send-session-reminders.ts'
import { writeNotices } from './write-notices.ts'

describe('a user’s notices', () => {
  test('are listed in pages, latest first, with the number of unread notices', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    await notifyPeople(school, [noor], ['a', 'b', 'c'])
    const first = await listNotices(school.as(noor), { limit: 2 })
    expect(first).toMatchObject({
      unread: 3,
      items: [{ unread: true, title: expect.stringMatching(/^You’re enrolled in Class/) }, {}],
    })
    const rest = await listNotices(school.as(noor), { limit: 2, cursor: first.nextCursor ?? '' })
    expect(rest).toMatchObject({ items: [{}], nextCursor: null })
  })

  test('are written once per key, however often they are sent', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    await Promise.all([1, 2, 3].map(() => notifyPeople(school, [noor], ['same'])))
    expect((await listNotices(school.as(noor), { limit: 10 })).items).toHaveLength(1)
  })

  test('are marked as read without changing those of other users', async () => {
    const school = await createSchool()
    const [noor, mateo] = [await school.person('STUDENT'), await school.person('STUDENT')]
    await notifyPeople(school, [noor], ['a', 'b'])
    await notifyPeople(school, [mateo], ['a'])
    const { items } = await listNotices(school.as(noor), { limit: 10 })
    const ids = items.slice(0, 1).map(({ id }) => id)
    expect(await markRead(school.as(mateo), { ids })).toEqual({ unread: 1 })
    expect(await markRead(school.as(noor), { ids })).toEqual({ unread: 1 })
    expect(await markRead(school.as(noor), {})).toEqual({ unread: 0 })
    expect((await listNotices(school.as(mateo), { limit: 10 })).unread).toBe(1)
  })

  test('are not written for users who can no longer sign in', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    await school.database.user.update({ where: { id: noor.id }, data: { disabledAt: new Date() } })
    await notifyPeople(school, [noor], ['a'])
    expect(await school.database.notice.count()).toBe(0)
  })

  test('reach a thousand people in one statement, with one job for their e-mails', async () => {
    const school = await createSchool()
    const data = Array.from({ length: 1000 }, (_, index) => ({
      role: 'STUDENT' as const,
      name: `Student ${index}`,
      email: `${index}@school.test`,
      mutedByMail: index % 2 === 0 ? ['changes'] : [],
    }))
    const people = await school.database.user.createManyAndReturn({ data, select: { id: true } })
    const classId = toClassId.parse(await school.course())
    const notices = people.map(({ id }) => ({
      userId: toUserId.parse(id),
      key: 'all',
      kind: 'enrolled' as const,
      facts: { classId },
    }))
    await writeNotices(school.system(), notices)
    expect(await school.database.notice.count({ where: { inApp: true } })).toBe(1000)
    expect(await school.database.notice.count({ where: { mail: 'waiting' } })).toBe(500)
    expect(school.sent).toEqual([{ name: 'send-mails', payload: {} }])
  })

  test('are deleted after 90 days, together with stored details of changes', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    await notifyPeople(school, [noor], ['a'])
    const days = (count: number) => new Date(Date.now() + count * DAY_MS)
    await deleteOldNotices(school.system(days(89)))
    expect(await school.database.notice.count()).toBe(1)
    await school.database.change.create({ data: { kind: 'changed', sessions: [], notifyAt: new Date() } })
    await deleteOldNotices(school.system(days(91)))
    expect(await school.database.notice.count()).toBe(0)
    expect(await school.database.change.count()).toBe(0)
  })
})

test('are not sent for muted topics, except changes in the application', async () => {
  const school = await createSchool()
  const noor = await school.person('STUDENT')
  const context = school.as(noor)
  await changePreferences(context, { mutedInApp: ['changes', 'seats'], mutedByMail: ['changes'] })
  expect(await findPreferences(context)).toEqual({ mutedInApp: ['seats'], mutedByMail: ['changes'] })
  await notifyPeople(school, [noor], ['a'])
  expect(await school.database.notice.findFirst()).toMatchObject({ inApp: true, mail: 'none' })
})

describe('reminders', () => {
  test.each([
    // minutes until the start, status, expected reminders
    [10, 'scheduled', ['quarter']],
    [10, 'in_progress', ['quarter']],
    [10, 'cancelled', []],
    [20, 'scheduled', []],
    [23 * 60, 'scheduled', ['day']],
    [25 * 60, 'scheduled', []],
    [-5, 'scheduled', []],
    [11 * 60, 'scheduled', []],
  ] as const)('%i minutes before, %s: %j', async (minutes, status, reminders) => {
    const school = await createSchool()
    const [trainer, noor] = [await school.person('TRAINER'), await school.person('STUDENT')]
    await school.session({ trainer, students: [noor], status, startsInHours: minutes / 60 })
    await Promise.all([sendSessionReminders(school.system()), sendSessionReminders(school.system())])
    await sendSessionReminders(school.system())
    const told = await school.database.notice.findMany({ orderBy: { userId: 'asc' } })
    const expected = [noor, trainer].flatMap(({ id }) => reminders.map((before) => [id, before]))
    expect(told.map(({ userId, facts }) => [userId, (facts as { before: string }).before]).sort()).toEqual(
      expected.sort(),
    )
  })

  test('are sent again for a moved session', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    const id = await school.session({ students: [noor], startsInHours: 0.1 })
    await sendSessionReminders(school.system())
    const startsAt = new Date(Date.now() + 12 * MINUTE_MS)
    await school.database.classSession.update({ where: { id }, data: { startsAt } })
    await sendSessionReminders(school.system())
    expect(await school.database.notice.count({ where: { userId: noor.id } })).toBe(2)
  })
})

describe('the mailbox', () => {
  test('shows only admins the e-mails as they are sent', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT', 'Noor')
    await notifyPeople(school, [noor], ['a'])
    expect(await listMailbox(await school.asAdmin(), { limit: 10 })).toMatchObject({
      configured: false,
      waiting: 1,
      items: [
        {
          to: { name: 'Noor', address: noor.email },
          zone: 'Europe/Berlin',
          subject: expect.stringMatching(/^You’re enrolled in Class/),
          state: 'waiting',
          passwordLink: null,
        },
      ],
    })
    for (const role of ['STUDENT', 'TRAINER'] as const) {
      const refused = listMailbox(school.as(await school.person(role)), { limit: 10 })
      await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('shows an open password reset link, and the audit trail records which admin saw it', async () => {
    const school = await createSchool()
    const [admin, other] = [await school.asAdmin(), await school.asAdmin()]
    const [noor, ana] = [await school.account(), await school.account()]
    for (const { id } of [noor, ana, admin.actor]) await createPasswordReset(school.system(), id)
    await school.database.invitation.updateMany({ where: { userId: ana.id }, data: { usedAt: new Date() } })
    const look = () => listMailbox(admin, { limit: 10 })
    await Promise.all([look(), look()])
    const trail = () => school.database.auditEvent.findMany({ orderBy: { at: 'asc' } })
    const seen = { action: 'reset_link_viewed', subject: 'user', subjectId: noor.id, actorId: admin.actor.id }
    expect(await trail()).toMatchObject([seen])
    await listMailbox({ ...other, now: new Date(Date.now() + MINUTE_MS) }, { limit: 10 })
    const all = (await trail()).map(({ subjectId, actorId }) => [subjectId, actorId])
    expect(all).toHaveLength(3)
    expect(all).toEqual(
      expect.arrayContaining([
        [noor.id, other.actor.id],
        [admin.actor.id, other.actor.id],
      ]),
    )
  })

  test('has the links of invitations and shows whether they are valid', async () => {
    const school = await createSchool()
    const [ana, jonas] = [await school.person('STUDENT'), await school.person('STUDENT')]
    await createInvitations(school.system(), [ana.id, jonas.id], null)
    await school.database.invitation.updateMany({ where: { userId: jonas.id }, data: { usedAt: new Date() } })
    const { items } = await listMailbox(await school.asAdmin(), { limit: 10 })
    const works = new Map(items.map(({ to, passwordLink }) => [to.address, passwordLink?.works]))
    expect(works).toEqual(
      new Map([
        [ana.email, true],
        [jonas.email, false],
      ]),
    )
    expect(items[0]?.text).toContain(items[0]?.passwordLink?.href)
  })
})
