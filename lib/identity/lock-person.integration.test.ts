import { expect, test } from 'vitest'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { createUser } from '#lib/people/create-user.ts'
import { eraseUser } from '#lib/people/erase-user.ts'
import { invitePeople } from '#lib/people/invite-people.ts'
import { resendInvitation } from '#lib/people/resend-invitation.ts'
import { revokeInvitation } from '#lib/people/revoke-invitation.ts'
import { sendPasswordReset } from '#lib/people/send-password-reset.ts'
import { waitForBlockedLock } from '#scripts/testing/lock-waits.ts'
import { createSchool } from '#scripts/testing/school.ts'

type Act = (admin: Context, userId: UserId) => Promise<unknown>

const acts: [string, Act][] = [
  ['disable another admin', (admin, userId) => changeUser(admin, { userId, disabled: true })],
  ['demote another admin', (admin, userId) => changeUser(admin, { userId, role: 'TRAINER' })],
  [
    'set a password of another admin',
    (admin, userId) => changeUser(admin, { userId, password: 'lanterns at dawn' }),
  ],
  ['erase another admin', (admin, userId) => eraseUser(admin, { userId })],
  ['send a reset link to another admin', (admin, userId) => sendPasswordReset(admin, { userId })],
  ['invite another admin again', (admin, userId) => resendInvitation(admin, { userId })],
  ['withdraw the invitation of another admin', (admin, userId) => revokeInvitation(admin, { userId })],
  ['create an admin', (admin) => createUser(admin, { email: 'new@school.test', name: 'New', role: 'ADMIN' })],
  [
    'invite an admin',
    (admin) => invitePeople(admin, { emails: ['new@school.test'], role: 'ADMIN', allowOverlap: false }),
  ],
]

test.each(acts)('an admin who is being disabled cannot %s', async (_, act) => {
  const school = await createSchool()
  const [marta, jonas] = [await school.asAdmin(), await school.account('ADMIN')]
  await school.asAdmin()
  const untouched = await school.database.user.findUniqueOrThrow({ where: { id: jonas.id } })
  const { outcome } = await inTransaction(school.system(), async ({ database }) => {
    await database.user.update({ where: { id: marta.actor.id }, data: { disabledAt: new Date() } })
    const outcome = act(marta, jonas.id).catch((error: unknown) => error)
    await waitForBlockedLock(school.database)
    return { outcome }
  })
  expect(await outcome).toMatchObject({ code: 'forbidden', reason: 'notAllowed' })
  expect(await school.database.user.findUnique({ where: { id: jonas.id } })).toEqual(untouched)
  expect(await school.database.user.count()).toBe(3)
  expect(await school.database.auditEvent.count()).toBe(0)
})
