import { describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/database/transaction.ts'
import { lockPerson } from '#lib/identity/lock-person.ts'
import { resendInvitation } from '#lib/people/resend-invitation.ts'
import { sendPasswordReset } from '#lib/people/send-password-reset.ts'
import { waitForBlockedLock } from '#scripts/testing/lock-waits.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { createPasswordReset, RESET_LIFETIME_MS } from './create-password-reset.ts'
import { startPasswordReset } from './request-password-reset.ts'

const secret = 'a secret of the tests, 32 characters long'

function ask(school: School, email: string, { address = '203.0.113.7', now = new Date() } = {}) {
  return startPasswordReset(school.system(now), { email, address, secret })
}

describe('requesting a password reset', () => {
  test('sends a link, which replaces the earlier one', async () => {
    const school = await createSchool()
    const noor = await school.account()
    await ask(school, noor.email)
    await ask(school, noor.email)
    const sent = await school.database.invitation.findMany({ orderBy: { id: 'asc' } })
    expect(sent).toMatchObject([
      { userId: noor.id, purpose: 'reset' },
      { userId: noor.id, purpose: 'reset', revokedAt: null },
    ])
    expect(sent[0]?.revokedAt).not.toBeNull()
    const notices = await school.database.notice.findMany()
    expect(new Set(notices.map(({ key }) => key))).toEqual(new Set(sent.map(({ id }) => `reset:${id}`)))
  })

  test('gives the same answer in the same time if no account can sign in with the e-mail', async () => {
    const school = await createSchool()
    const [disabled, invited] = [await school.account(), await school.person('STUDENT')]
    await school.database.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } })
    const known = await school.account()
    for (const [index, email] of [
      known.email,
      disabled.email,
      invited.email,
      'nobody@school.test',
    ].entries()) {
      const before = performance.now()
      expect(await ask(school, email, { address: `203.0.113.${index}` })).toBeUndefined()
      expect(performance.now() - before).toBeGreaterThan(290)
    }
    expect(await school.database.invitation.findMany()).toMatchObject([{ userId: known.id }])
  })

  test('sends at most three e-mails an hour to an account, from any number of addresses', async () => {
    const school = await createSchool()
    const noor = await school.account()
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => ask(school, noor.email, { address: `203.0.113.${index}` })),
    )
    expect(await school.database.notice.count()).toBe(3)
    const later = new Date(Date.now() + RESET_LIFETIME_MS + 1000)
    await ask(school, noor.email, { now: later })
    expect(await school.database.notice.count()).toBe(4)
  })

  test('counts e-mails that concurrent requests are sending', async () => {
    const school = await createSchool()
    const noor = await school.account()
    const { asking } = await inTransaction(school.system(), async (context) => {
      await lockPerson(context, noor.id)
      for (let count = 0; count < 3; count += 1) await createPasswordReset(context, noor.id)
      const asking = ask(school, noor.email)
      await Promise.race([waitForBlockedLock(school.database), asking])
      return { asking }
    })
    await asking
    expect(await school.database.notice.count()).toBe(3)
  })

  test('for many e-mails from one address is limited after 20 requests', async () => {
    const school = await createSchool()
    const asked = await Promise.allSettled(
      Array.from({ length: 25 }, (_, index) => ask(school, `nobody-${index}@school.test`)),
    )
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(refused).toEqual(Array.from({ length: 5 }, () => 'rate_limited'))
  })

  test('from one address is limited after 5 requests, for known and unknown e-mails alike', async () => {
    const school = await createSchool()
    const noor = await school.account()
    for (const email of [noor.email, 'nobody@school.test']) {
      for (let turn = 1; turn <= 5; turn += 1) await ask(school, email)
      await expect(ask(school, email)).rejects.toMatchObject({
        code: 'rate_limited',
        reason: 'tooManyRequests',
        details: { retryAfter: 15 },
      })
    }
  })
})

describe('an admin', () => {
  test('sends a reset link to a person with an account, which is audited', async () => {
    const school = await createSchool()
    const noor = await school.account()
    await sendPasswordReset(await school.asAdmin(), { userId: noor.id })
    expect(await school.database.invitation.count({ where: { userId: noor.id, purpose: 'reset' } })).toBe(1)
    expect(await school.database.auditEvent.findMany()).toMatchObject([
      { action: 'password_reset_sent', subjectId: noor.id },
    ])
  })

  test('can only invite people without a password and only send reset links to people with one', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [here, invited] = [await school.account(), await school.person('STUDENT')]
    await expect(sendPasswordReset(admin, { userId: invited.id })).rejects.toMatchObject({
      reason: 'passwordNotSet',
    })
    await expect(resendInvitation(admin, { userId: here.id })).rejects.toMatchObject({
      reason: 'invitationAccepted',
    })
    await school.database.user.updateMany({
      where: { id: { in: [here.id, invited.id] } },
      data: { disabledAt: new Date() },
    })
    for (const { id } of [here, invited]) {
      const sending = id === here.id ? sendPasswordReset : resendInvitation
      await expect(sending(admin, { userId: id })).rejects.toMatchObject({ reason: 'mayNotSignIn' })
    }
  })

  test.each(['STUDENT', 'TRAINER'] as const)(
    'is required: a %s cannot send links, not even to themselves',
    async (role) => {
      const school = await createSchool()
      const actor = await school.account(role)
      const other = await school.person('STUDENT')
      for (const use of [sendPasswordReset, resendInvitation]) {
        for (const { id } of [actor, other]) {
          await expect(use(school.as(actor), { userId: id })).rejects.toMatchObject({ code: 'forbidden' })
        }
      }
      expect(await school.database.invitation.count()).toBe(0)
    },
  )
})
