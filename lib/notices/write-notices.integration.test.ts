import { describe, expect, test } from 'vitest'
import type { SystemContext } from '#lib/context/context.ts'
import { createInvitations } from '#lib/identity/password-links/create-invitations.ts'
import { listNotices } from '#lib/inbox/list-notices.ts'
import { waitForBlockedLock } from '#scripts/testing/lock-waits.ts'
import { notifyPeople } from '#scripts/testing/notify-people.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { changePreferences } from './preferences.ts'
import { writeNotices } from './write-notices.ts'

describe('in the application', () => {
  test('changes of a user’s classes are shown even if muted', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    await school.database.user.update({ where: { id: noor.id }, data: { mutedInApp: ['changes'] } })
    await notifyPeople(school, [noor])
    expect(await listNotices(school.as(noor), { limit: 9 })).toMatchObject({ unread: 1, items: [{}] })
  })

  test('muted notices are neither listed nor counted', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    await changePreferences(school.as(noor), { mutedInApp: ['seats'] })
    const facts = { sessionId: await school.session(), seatKind: 'in_person' } as const
    await writeNotices(school.system(), [{ userId: noor.id, key: 'a', kind: 'seat_given', facts }])
    expect(await listNotices(school.as(noor), { limit: 9 })).toMatchObject({ unread: 0, items: [] })
  })

  test('links that set a password are not shown', async () => {
    const school = await createSchool()
    const ana = await school.person('STUDENT')
    await createInvitations(school.system(), [ana.id], null)
    expect(await listNotices(school.as(ana), { limit: 9 })).toMatchObject({ unread: 0, items: [] })
  })
})

test('no e-mail job is sent if no reader wants an e-mail', async () => {
  const school = await createSchool()
  const noor = await school.person('STUDENT')
  await changePreferences(school.as(noor), { mutedByMail: ['changes'] })
  await notifyPeople(school, [noor])
  expect(school.sent).toEqual([])
})

test('two concurrent writers of the same notices do not deadlock', async () => {
  const school = await createSchool()
  const noor = await school.person('STUDENT')
  const facts = { classId: await school.course() }
  const tell = (context: SystemContext, ...keys: string[]) =>
    writeNotices(
      context,
      keys.map((key) => ({ userId: noor.id, key, kind: 'enrolled', facts })),
    )
  const { outcome } = await school.database.$transaction(
    async (database) => {
      const open = { ...school.system(), database }
      await tell(open, 'a')
      const outcome = tell(school.system(), 'b', 'a').then(() => 'told', String)
      await waitForBlockedLock(school.database)
      await tell(open, 'b')
      return { outcome }
    },
    { timeout: 30_000 },
  )
  expect(await outcome).toBe('told')
})
