import { describe, expect, test } from 'vitest'
import { findActor } from '#lib/identity/find-actor.ts'
import { PASSWORD } from '#scripts/testing/make-school.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { signIn } from './sign-in.ts'

const secret = 'a secret of the tests, 32 characters long'

function attempt(school: School, email: string, password = PASSWORD, address = '203.0.113.7') {
  const input = { email, password, address, carrier: 'bearer' as const }
  return signIn(school.system(), input, secret)
}

describe('signing in', () => {
  test('the right pair gives a credential that opens the account it belongs to', async () => {
    const school = await createSchool()
    const [noor, other] = [await school.account('TRAINER'), await school.account()]
    const { credential, user } = await attempt(school, noor.email)
    expect(user).toEqual({ id: noor.id, name: noor.name, email: noor.email, role: 'TRAINER' })
    const actor = await findActor(school.system(), credential)
    expect(actor?.id).toBe(noor.id)
    expect(actor?.id).not.toBe(other.id)
  })

  test('each time gives another one, and only its hash is kept', async () => {
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

  test('whatever is wrong, the words are the same and count alike', async () => {
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
        reason: 'wrongPair',
        details: {},
      })
      for (let failure = 2; failure <= 5; failure += 1) {
        await expect(attempt(school, email, 'wrong', address)).rejects.toMatchObject({ reason: 'wrongPair' })
      }
      await expect(attempt(school, email, 'wrong', address)).rejects.toMatchObject({ code: 'rate_limited' })
    }
  })
})
