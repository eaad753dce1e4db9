import { describe, expect, test } from 'vitest'
import type { Context } from '#lib/context/context.ts'
import { INVITATION_LIFETIME_MS } from '#lib/identity/password-links/create-invitations.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { userId } from '#lib/kernel/ids.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { invitePeopleEndpoint } from './api.ts'
import { invitePeople } from './invite-people.ts'
import { revokeInvitation } from './revoke-invitation.ts'

type Wish = { role?: Role; classId?: string; names?: Record<string, string>; allowOverlap?: boolean }

function send(context: Context, emails: string[], wish: Wish = {}) {
  return invitePeople(context, invitePeopleEndpoint.body.parse({ emails, role: 'STUDENT', ...wish }))
}

async function outcomes(context: Context, emails: string[], wish?: Wish) {
  const { addresses } = await send(context, emails, wish)
  return addresses.map(({ email, outcome, fault }) => [email, fault ?? outcome])
}

function openLinks({ database }: School, email: string) {
  return database.invitation.findMany({ where: { user: { email }, usedAt: null, revokedAt: null } })
}

describe('an invitation', () => {
  test('creates unknown people without a password, sends them an e-mail, and is audited', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const names = { 'Li.Wei@example.org': '李伟' }
    const { addresses } = await send(admin, [' Ana.Lima@Example.org', 'li.wei@example.org'], { names })
    expect(addresses).toMatchObject([
      { email: 'ana.lima@example.org', outcome: 'invited' },
      { email: 'li.wei@example.org', outcome: 'invited' },
    ])
    const [ana, li] = await school.database.user.findMany({
      where: { role: 'STUDENT' },
      orderBy: { email: 'asc' },
      include: { invitations: true, notices: true },
    })
    expect([ana?.name, li?.name]).toEqual(['Ana Lima', '李伟'])
    expect(ana?.passwordHash).toBeNull()
    const [link] = ana?.invitations ?? []
    expect(link?.expiresAt.getTime()).toBe(admin.now.getTime() + INVITATION_LIFETIME_MS)
    expect(ana?.notices).toMatchObject([
      { kind: 'invited', facts: { invitationId: link?.id }, key: `invitation:${link?.id}` },
    ])
    const trail = await school.database.auditEvent.findMany({ where: { subjectId: ana?.id } })
    expect(trail.map(({ action }) => action).sort()).toEqual(['user_created', 'user_invited'])
  })

  test('that is repeated gives one person with one open link, the newest', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    await send(admin, ['ana@example.org'])
    const [first] = await openLinks(school, 'ana@example.org')
    await send(admin, ['ana@example.org', 'ANA@example.org'])
    const open = await openLinks(school, 'ana@example.org')
    expect(open).toHaveLength(1)
    expect(open[0]?.id).not.toBe(first?.id)
    expect(await school.database.user.count({ where: { email: 'ana@example.org' } })).toBe(1)
  })

  test('sent by ten concurrent requests, in any order, gives each person one open link and one seat', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    const sessionId = await school.session({ classId })
    const emails = Array.from({ length: 6 }, (_, index) => `person${index}@example.org`)
    await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        send(admin, turn % 2 ? emails : emails.toReversed(), { classId }),
      ),
    )
    expect(await school.database.user.count({ where: { role: 'STUDENT' } })).toBe(emails.length)
    for (const email of emails) expect(await openLinks(school, email)).toHaveLength(1)
    const session = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(session.seatsTaken).toBe(emails.length)
    expect(await school.database.enrolment.count()).toBe(emails.length)
  })

  test('enrols invited and known people in a class, and lists full sessions', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const here = await school.account()
    const classId = await school.course()
    const sessionId = await school.session({ classId, capacity: 1 })
    const { addresses, full } = await send(admin, [here.email, 'ana@example.org'], { classId })
    expect(addresses.map(({ outcome }) => outcome)).toEqual(['known', 'invited'])
    expect(full).toMatchObject([{ sessionId }])
    expect(await school.database.enrolment.count({ where: { classId } })).toBe(2)
    expect(await school.database.invitation.count({ where: { userId: here.id } })).toBe(0)
  })

  test('skips invalid addresses, each with its reason, and invites the others', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const trainer = await school.account('TRAINER')
    const gone = await school.account()
    await school.database.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
    const emails = [
      'kofi.asante@example',
      'nul\u0000@example.org',
      trainer.email,
      gone.email,
      'ana@example.org',
    ]
    expect(await outcomes(admin, emails)).toEqual([
      ['kofi.asante@example', 'not_an_email'],
      ['nul\u0000@example.org', 'not_an_email'],
      [trainer.email, 'other_role'],
      [gone.email, 'disabled'],
      ['ana@example.org', 'invited'],
    ])
    expect(await school.database.invitation.count()).toBe(1)
  })

  test('that causes a double booking is refused as a whole, unless overlaps are allowed', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const noor = await school.account()
    await school.session({ students: [noor] })
    const classId = await school.course()
    await school.session({ classId })
    const emails = [noor.email, 'ana@example.org']
    await expect(send(admin, emails, { classId })).rejects.toMatchObject({ reason: 'studentBusy' })
    expect(await school.database.user.count({ where: { email: 'ana@example.org' } })).toBe(0)
    expect((await send(admin, emails, { classId, allowOverlap: true })).addresses).toHaveLength(2)
  })

  test('that was withdrawn is closed, and withdrawing it is idempotent', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [ana] = (await send(admin, ['ana@example.org'])).addresses
    const id = userId.parse(ana?.userId)
    const taken = await revokeInvitation(admin, { userId: id })
    expect(taken.invitation).toEqual({ state: 'none', sentAt: null, expiresAt: null, link: null })
    await revokeInvitation(admin, { userId: id })
    const action = 'invitation_revoked'
    expect(await school.database.auditEvent.count({ where: { action } })).toBe(1)
  })
})

describe('an invitation is refused', () => {
  test.each(['STUDENT', 'TRAINER'] as const)('to a %s', async (role) => {
    const school = await createSchool()
    const context = school.as(await school.person(role))
    await expect(send(context, ['ana@example.org'])).rejects.toMatchObject({ code: 'forbidden' })
    expect(await school.database.user.count()).toBe(1)
  })

  test('for an unknown class', async () => {
    const school = await createSchool()
    const classId = crypto.randomUUID()
    await expect(send(await school.asAdmin(), ['ana@example.org'], { classId })).rejects.toMatchObject({
      reason: 'noSuchClass',
    })
  })

  test('for a trainer with a class to enrol in', () => {
    const body = { emails: ['ana@example.org'], role: 'TRAINER', classId: crypto.randomUUID() }
    expect(invitePeopleEndpoint.body.safeParse(body).success).toBe(false)
  })
})
