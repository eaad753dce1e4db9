import { describe, expect, test } from 'vitest'
import type { Context } from '#lib/context/context.ts'
import { passwordMatches } from '#lib/identity/sign-in/passwords.ts'
import { HOUR_MS, MINUTE_MS, WEEK_MS } from '#lib/kernel/durations.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { resendInvitation } from '#lib/people/resend-invitation.ts'
import { revokeInvitation } from '#lib/people/revoke-invitation.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { acceptLink } from './accept-link.ts'
import { createInvitations } from './create-invitations.ts'
import { createPasswordReset } from './create-password-reset.ts'
import { findLink } from './find-link.ts'

const password = 'lanterns at dawn'

async function newestKey(school: School, userId: UserId): Promise<string> {
  const link = await school.database.invitation.findFirstOrThrow({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return school.system().links.sign('password', link.id)
}

async function invited(school: School) {
  const ana = await school.person('STUDENT', 'Ana Lima')
  await createInvitations(school.system(), [ana.id], null)
  return { ana, key: await newestKey(school, ana.id) }
}

async function resetting(school: School) {
  const noor = await school.account()
  await createPasswordReset(school.system(), noor.id)
  return { noor, key: await newestKey(school, noor.id) }
}

async function hasPassword(school: School, id: UserId, text = password): Promise<boolean> {
  const user = await school.database.user.findUniqueOrThrow({ where: { id } })
  return passwordMatches(text, user.passwordHash)
}

describe('an invitation', () => {
  test('shows its holder, sets name and password, and works once', async () => {
    const school = await createSchool()
    const { ana, key } = await invited(school)
    expect(await findLink(school.system(), { key })).toEqual({
      purpose: 'invitation',
      state: 'open',
      holder: { name: 'Ana Lima', email: ana.email },
    })
    const accepted = await acceptLink(school.system(), { key, password, name: 'Ana Lima Costa' })
    expect(accepted).toEqual({ email: ana.email })
    expect(await hasPassword(school, ana.id)).toBe(true)
    expect(await school.database.user.findUnique({ where: { id: ana.id } })).toMatchObject({
      name: 'Ana Lima Costa',
    })
    expect(await school.database.auditEvent.findMany()).toMatchObject([
      { action: 'invitation_accepted', subjectId: ana.id, actorId: ana.id, before: null, after: null },
    ])
    const again = acceptLink(school.system(), { key, password: 'another dawn' })
    await expect(again).rejects.toMatchObject({ code: 'conflict', reason: 'linkUsed' })
    expect(await findLink(school.system(), { key })).toMatchObject({ state: 'used', holder: null })
  })

  test('accepted by twenty concurrent requests: exactly one succeeds and its password is set', async () => {
    const school = await createSchool()
    const { ana, key } = await invited(school)
    const passwords = Array.from({ length: 20 }, (_, index) => `${password} ${index}`)
    const outcomes = await Promise.allSettled(
      passwords.map((password) => acceptLink(school.system(), { key, password })),
    )
    const winners = passwords.filter((_, index) => outcomes[index]?.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    expect(await hasPassword(school, ana.id, winners[0])).toBe(true)
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason] : []))
    expect(new Set(refused)).toEqual(new Set(['linkUsed']))
  })

  test('expires after 7 days', async () => {
    const school = await createSchool()
    const { key } = await invited(school)
    const almost = school.system(new Date(Date.now() + WEEK_MS - MINUTE_MS))
    expect(await findLink(almost, { key })).toMatchObject({ state: 'open' })
    const late = school.system(new Date(Date.now() + WEEK_MS))
    expect(await findLink(late, { key })).toMatchObject({ state: 'expired', holder: null })
    await expect(acceptLink(late, { key, password })).rejects.toMatchObject({ reason: 'linkExpired' })
  })

  test('stops working once it is replaced or withdrawn, or its holder is disabled', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [one, two, three] = [await invited(school), await invited(school), await invited(school)]
    const again = await resendInvitation(admin, { userId: one.ana.id })
    await revokeInvitation(admin, { userId: two.ana.id })
    await changeUser(admin, { userId: three.ana.id, disabled: true })
    for (const [key, reason] of [
      [one.key, 'linkReplaced'],
      [two.key, 'linkReplaced'],
      [three.key, 'linkAccountDisabled'],
    ] as const) {
      await expect(acceptLink(school.system(), { key, password })).rejects.toMatchObject({ reason })
    }
    const newest = again.invitation?.link?.split('/').at(-1) ?? ''
    expect(await acceptLink(school.system(), { key: newest, password })).toEqual({ email: one.ana.email })
  })

  test.each<[string, string, (admin: Context, userId: UserId) => Promise<unknown>]>([
    ['is withdrawn', 'linkReplaced', (admin, userId) => revokeInvitation(admin, { userId })],
    [
      'has its holder disabled',
      'linkAccountDisabled',
      (admin, userId) => changeUser(admin, { userId, disabled: true }),
    ],
  ])('that %s while it is being accepted sets nothing', async (_, reason, change) => {
    const school = await createSchool()
    const { ana, key } = await invited(school)
    const admin = await school.asAdmin()
    const outcome = await runDuring(
      school.database,
      (database) => change({ ...admin, database }, ana.id),
      () => acceptLink(school.system(), { key, password }),
    )
    expect(outcome).toMatchObject({ code: 'conflict', reason })
    expect(await hasPassword(school, ana.id)).toBe(false)
  })

  test('accepted while it is being sent again leaves no open link', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const { ana, key } = await invited(school)
    const outcome = await runDuring(
      school.database,
      (database) => acceptLink({ ...school.system(), database }, { key, password }),
      () => resendInvitation(admin, { userId: ana.id }),
    )
    expect(outcome).toMatchObject({ reason: 'invitationAccepted' })
    expect(await school.database.invitation.count({ where: { userId: ana.id, usedAt: null } })).toBe(0)
  })

  test('sent again while it is accepted: either the new link is open, or it was accepted first', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    for (let round = 0; round < 5; round += 1) {
      const { ana, key } = await invited(school)
      const [accepted, again] = await Promise.allSettled([
        acceptLink(school.system(), { key, password }),
        resendInvitation(admin, { userId: ana.id }),
      ])
      expect([accepted.status, again.status].sort()).toEqual(['fulfilled', 'rejected'])
    }
  })
})

describe('a password reset link', () => {
  test('ends all sign-ins, replaces the password, keeps the name, and lasts an hour', async () => {
    const school = await createSchool()
    const { noor, key } = await resetting(school)
    const almost = school.system(new Date(Date.now() + HOUR_MS - MINUTE_MS))
    expect(await findLink(almost, { key })).toMatchObject({ state: 'open' })
    const late = school.system(new Date(Date.now() + HOUR_MS))
    await expect(acceptLink(late, { key, password })).rejects.toMatchObject({ reason: 'linkExpired' })
    await acceptLink(school.system(), { key, password, name: 'Somebody else' })
    expect(await hasPassword(school, noor.id)).toBe(true)
    expect(await school.database.signIn.count({ where: { userId: noor.id } })).toBe(0)
    expect(await school.database.user.findUnique({ where: { id: noor.id } })).toMatchObject({
      name: noor.name,
    })
    expect(await school.database.auditEvent.findMany()).toMatchObject([{ action: 'password_changed' }])
  })

  test('stops working once the password is changed in another way', async () => {
    const school = await createSchool()
    const { noor, key } = await resetting(school)
    await changeUser(await school.asAdmin(), { userId: noor.id, password: 'set by an admin' })
    await expect(acceptLink(school.system(), { key, password })).rejects.toMatchObject({
      reason: 'linkReplaced',
    })
  })

  test('does not affect other people', async () => {
    const school = await createSchool()
    const other = await school.account()
    const { key } = await resetting(school)
    await acceptLink(school.system(), { key, password })
    expect(await hasPassword(school, other.id)).toBe(false)
    expect(await school.database.signIn.count({ where: { userId: other.id } })).toBe(1)
  })
})

test('a common password leaves the link open', async () => {
  const school = await createSchool()
  const { key } = await invited(school)
  const common = acceptLink(school.system(), { key, password: 'password123' })
  await expect(common).rejects.toMatchObject({ code: 'invalid' })
  expect(await findLink(school.system(), { key })).toMatchObject({ state: 'open' })
})

test('a forged key, or a key for another purpose, is not found', async () => {
  const school = await createSchool()
  const { ana, key } = await invited(school)
  const { links } = school.system()
  const id = key.split('.')[0] ?? ''
  const keys = ['', 'x', id, `${id}.`, `${key}x`, links.sign('feed', id), links.sign('password', ana.id)]
  for (const wrong of [...keys, links.sign('password', 'no-id')]) {
    for (const asked of [
      () => findLink(school.system(), { key: wrong }),
      () => acceptLink(school.system(), { key: wrong, password }),
    ]) {
      await expect(asked()).rejects.toMatchObject({ code: 'not_found', reason: 'noSuchLink' })
    }
  }
  expect(await hasPassword(school, ana.id)).toBe(false)
})
