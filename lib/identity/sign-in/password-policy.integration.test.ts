import { expect, test } from 'vitest'
import { acceptLink } from '#lib/identity/password-links/accept-link.ts'
import { createInvitations } from '#lib/identity/password-links/create-invitations.ts'
import { createPasswordReset } from '#lib/identity/password-links/create-password-reset.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { createFirstAdmin } from '#lib/people/create-first-admin.ts'
import { createUser } from '#lib/people/create-user.ts'
import { PASSWORD } from '#scripts/testing/make-school.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { changePassword } from './change-password.ts'

const ana = { email: 'ana.lima@school.test', name: 'Ana Lima Costa' }

async function newestKey({ database, system }: School): Promise<string> {
  const { id } = await database.invitation.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return system().links.sign('password', id)
}

/** Every way to set a password. Each takes the password and returns the result. */
const ways: [string, (school: School, password: string) => Promise<unknown>][] = [
  [
    'changing your own password',
    async (school, next) => {
      const noor = await school.account()
      await school.database.user.update({ where: { id: noor.id }, data: ana })
      return changePassword(school.as({ ...noor, ...ana }), { current: PASSWORD, next })
    },
  ],
  [
    'a password reset link',
    async (school, password) => {
      const noor = await school.account()
      await school.database.user.update({ where: { id: noor.id }, data: ana })
      await createPasswordReset(school.system(), noor.id)
      return acceptLink(school.system(), { key: await newestKey(school), password })
    },
  ],
  [
    'an invitation, with the new name',
    async (school, password) => {
      const { id } = await school.person('STUDENT', 'Ana')
      await school.database.user.update({ where: { id }, data: { email: ana.email } })
      await createInvitations(school.system(), [id], null)
      return acceptLink(school.system(), { key: await newestKey(school), password, name: ana.name })
    },
  ],
  [
    'creating a person',
    async (school, password) => createUser(await school.asAdmin(), { ...ana, role: 'STUDENT', password }),
  ],
  [
    'changing a person, with the new name',
    async (school, password) => {
      const { id } = await school.person('STUDENT', 'Ana')
      await school.database.user.update({ where: { id }, data: { email: ana.email } })
      return changeUser(await school.asAdmin(), { userId: id, password, name: ana.name })
    },
  ],
  [
    'creating the first admin',
    async (school, password) =>
      createFirstAdmin({ database: school.database, now: new Date() }, { ...ana, password }),
  ],
]

test.each(ways)('%s refuses a password that is easy to guess, and sets nothing', async (_, set) => {
  const refusals = [
    [ana.email, 'personalPassword'],
    ['Ana.Lima', 'personalPassword'],
    ['ana lima costa', 'personalPassword'],
    ['          ', 'blankPassword'],
    ['caravan-demo', 'productPassword'],
    ['PassWord123', 'commonPassword'],
  ] as const
  for (const [password, reason] of refusals) {
    const school = await createSchool()
    await expect(set(school, password)).rejects.toMatchObject({ code: 'invalid', reason })
    expect(await school.database.auditEvent.count()).toBe(0)
  }
  await set(await createSchool(), 'lanterns at dawn')
})
