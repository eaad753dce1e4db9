import { describe, expect, test } from 'vitest'
import { waitForBlockedLock } from '#scripts/testing/lock-waits.ts'
import { PASSWORD } from '#scripts/testing/make-school.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { findActor } from './find-actor.ts'
import { signIn } from './sign-in.ts'

const secret = 'a secret of the tests, 32 characters long'

function attempt(school: School, email: string, password = PASSWORD, address = '203.0.113.7') {
  const input = { email, password, address, carrier: 'bearer' as const }
  return signIn(school.system(), input, secret)
}

describe('signing in', () => {
  test('the correct pair gives a credential for its account', async () => {
    const school = await createSchool()
    const [noor, other] = [await school.account('TRAINER'), await school.account()]
    const { credential, user } = await attempt(school, noor.email)
    expect(user).toEqual({ id: noor.id, name: noor.name, email: noor.email, role: 'TRAINER' })
    const actor = await findActor(school.system(), credential)
    expect(actor?.id).toBe(noor.id)
    expect(actor?.id).not.toBe(other.id)
  })

  test('each sign-in gives a new credential, and only its hash is stored', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const credentials = [await attempt(school, email), await attempt(school, email)].map(
      ({ credential }) => credential,
    )
    expect(new Set(credentials).size).toBe(2)
    const kept = await school.database.signIn.findMany({ select: { tokenHash: true } })
    for (const credential of credentials) {
      expect(kept.map(({ tokenHash }) => Buffer.from(tokenHash).toString())).not.toContain(credential)
    }
  })

  test('every failure has the same message and counts the same', async () => {
    const school = await createSchool()
    const [known, disabled, without] = [
      await school.account(),
      await school.account(),
      await school.person('STUDENT'),
    ]
    await school.database.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } })
    const wrong: [string, string][] = [
      [known.email, 'not this one'],
      [known.email, ''],
      [disabled.email, PASSWORD],
      [without.email, ''],
      ['nobody@school.test', PASSWORD],
      ['no address at all', PASSWORD],
      ['nul\u0000@school.test', PASSWORD],
    ]
    for (const [index, [email, password]] of wrong.entries()) {
      const address = `203.0.113.${index}`
      await expect(attempt(school, email, password, address)).rejects.toMatchObject({
        code: 'unauthenticated',
        reason: 'wrongCredentials',
        details: {},
      })
      for (let failure = 2; failure <= 5; failure += 1) {
        await expect(attempt(school, email, 'wrong', address)).rejects.toMatchObject({
          reason: 'wrongCredentials',
        })
      }
      await expect(attempt(school, email, 'wrong', address)).rejects.toMatchObject({ code: 'rate_limited' })
    }
  })
})

describe('sign-ins of a person', () => {
  test('are limited to 50: the next one ends the oldest, even if several are concurrent', async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.account(), await school.account()]
    for (let count = 1; count < 50; count += 1) await school.signInOf(noor)
    const oldest = await school.database.signIn.update({
      where: { id: noor.signInId },
      data: { createdAt: new Date(0) },
    })
    await Promise.all(Array.from({ length: 5 }, () => attempt(school, noor.email)))
    expect(await school.database.signIn.count({ where: { userId: noor.id } })).toBe(50)
    expect(await school.database.signIn.findUnique({ where: { id: oldest.id } })).toBeNull()
    expect(await school.database.signIn.count({ where: { userId: karim.id } })).toBe(1)
  })

  test('a new one ends the previous sign-in of the device, even of another person', async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.account(), await school.account()]
    const { credential: held } = await attempt(school, karim.email)
    const input = { email: noor.email, password: PASSWORD, address: '203.0.113.7', carrier: 'web' as const }
    const { credential } = await signIn(school.system(), { ...input, replaces: held }, secret)
    expect(await findActor(school.system(), held)).toBeNull()
    expect(await findActor(school.system(), credential)).toMatchObject({ id: noor.id })
  })

  test('a wrong password does not end the sign-in of the device', async () => {
    const school = await createSchool()
    const { email } = await school.account()
    const { credential: held } = await attempt(school, email)
    const input = { email, password: 'wrong', address: '203.0.113.7', carrier: 'web' as const }
    await expect(signIn(school.system(), { ...input, replaces: held }, secret)).rejects.toThrow()
    expect(await findActor(school.system(), held)).toMatchObject({ email })
  })

  test.each([
    ['disabled', { disabledAt: new Date() }],
    ['given another password', { passwordHash: 'another' }],
  ])('a person who is %s while the password is checked is not signed in', async (_, data) => {
    const school = await createSchool()
    const noor = await school.account()
    const before = await school.database.signIn.count()
    const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const changing = school.database.$transaction(async (transaction) => {
      await transaction.user.update({ where: { id: noor.id }, data })
      held.resolve()
      await release.promise
    })
    await held.promise
    const signingIn = attempt(school, noor.email).catch(({ code }) => code)
    await waitForBlockedLock(school.database)
    release.resolve()
    await changing
    expect(await signingIn).toBe('unauthenticated')
    expect(await school.database.signIn.count()).toBe(before)
  })
})
