import { describe, expect, test } from 'vitest'
import { createInvitations, INVITATION_LIFETIME_MS } from '#lib/identity/password-links/create-invitations.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { countPeople } from './count-people.ts'
import { findUser } from './find-user.ts'
import { listPeople } from './list-people.ts'

describe('people', () => {
  test('are listed by name with their classes, and found by words of name or e-mail, ignoring case', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const noor = await school.person('STUDENT', 'Noor Rahimi')
    const adam = await school.person('STUDENT', 'Adam Noorani')
    const leila = await school.person('TRAINER', 'Leïla Haddad')
    const course = await school.course()
    await school.enrol(course, [noor])
    await school.database.user.update({ where: { id: adam.id }, data: { disabledAt: new Date() } })
    const { title } = await school.database.class.findUniqueOrThrow({ where: { id: course } })
    const names = async (query: { role?: 'STUDENT' | 'TRAINER'; search?: string }) =>
      (await listPeople(admin, { limit: 50, ...query })).items.map((person) => person.name)
    expect(await names({ search: 'NOOR' })).toEqual(['Adam Noorani', 'Noor Rahimi'])
    expect(await names({ search: leila.email.slice(0, 20) })).toEqual(['Leïla Haddad'])
    expect(await names({ role: 'TRAINER' })).toEqual(['Leïla Haddad'])
    expect(await names({ role: 'TRAINER', search: 'noor' })).toEqual([])
    expect((await listPeople(admin, { limit: 50, search: 'noor' })).items).toMatchObject([
      { id: adam.id, disabled: true, classes: [] },
      { id: noor.id, disabled: false, classes: [title] },
    ])
  })

  test.each(['%', '_', '\\'])('are found by a literal %s in a search', async (search) => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    await school.person('STUDENT', 'Noor')
    const named = await school.person('STUDENT', `A${search}B`)
    const { items } = await listPeople(admin, { limit: 50, search })
    expect(items.map((person) => person.id)).toEqual([named.id])
  })

  test('with equal names are all listed across pages', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    await Promise.all(Array.from({ length: 5 }, () => school.person('STUDENT', 'Noor')))
    const paged: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listPeople(admin, { role: 'STUDENT', limit: 2, cursor: cursor ?? undefined })
      paged.push(...page.items.map((person) => person.id))
      cursor = page.nextCursor
    }
    expect(paged).toHaveLength(5)
    expect(new Set(paged).size).toBe(5)
  })

  test('are filtered and counted by pending invitation', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [here, accepted] = [await school.account('TRAINER'), await school.account()]
    const [invited, late, never] = await school.people('STUDENT', 3)
    if (!invited || !late || !never) throw new Error('Three people were made')
    await createInvitations(school.system(), [invited.id, accepted.id], null)
    await createInvitations(school.system(new Date(Date.now() - 2 * INVITATION_LIFETIME_MS)), [late.id], null)
    const idsOf = async (isInvited: boolean) => {
      const { items } = await listPeople(admin, { limit: 50, invited: isInvited })
      return items.map(({ id }) => id)
    }
    expect((await idsOf(true)).sort()).toEqual([invited.id, late.id].sort())
    expect((await idsOf(false)).sort()).toEqual([admin.actor.id, here.id, accepted.id, never.id].sort())
    expect(await countPeople(admin, {})).toEqual({
      all: { STUDENT: 4, TRAINER: 1, ADMIN: 1 },
      invited: { STUDENT: 2, TRAINER: 0, ADMIN: 0 },
    })
    expect((await countPeople(admin, { search: here.email })).all).toEqual({
      STUDENT: 0,
      TRAINER: 1,
      ADMIN: 0,
    })
    const invitationOf = async (userId: UserId) => (await findUser(admin, { userId })).invitation
    expect(await invitationOf(invited.id)).toMatchObject({
      state: 'open',
      link: expect.stringMatching(/^https:\/\/school\.test\/invitation\/[\w.-]+$/),
    })
    expect(await invitationOf(late.id)).toMatchObject({ state: 'expired', link: null })
    expect(await invitationOf(never.id)).toMatchObject({ state: 'none', link: null })
    expect(await invitationOf(accepted.id)).toBeNull()
  })

  test.each(['STUDENT', 'TRAINER'] as const)('cannot be listed by a %s', async (role) => {
    const school = await createSchool()
    const context = school.as(await school.person(role))
    await expect(listPeople(context, { limit: 50 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(countPeople(context, {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each(['STUDENT', 'TRAINER'] as const)(
    'cannot be looked up by a %s, not even themselves',
    async (role) => {
      const school = await createSchool()
      const [actor, other] = [await school.person(role), await school.person('STUDENT')]
      for (const { id } of [actor, other]) {
        const finding = findUser(school.as(actor), { userId: id })
        await expect(finding).rejects.toMatchObject({ code: 'forbidden' })
      }
    },
  )

  test('are listed without secrets', async () => {
    const school = await createSchool()
    await school.account()
    const [first] = (await listPeople(await school.asAdmin(), { limit: 50, role: 'STUDENT' })).items
    const told = ['classes', 'disabled', 'email', 'erased', 'id', 'invitation', 'name', 'revision', 'role']
    expect(Object.keys(first ?? {}).sort()).toEqual(told)
  })
})
