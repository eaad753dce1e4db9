import { describe, expect, test } from 'vitest'
import { signIn } from '#lib/identity/sign-in/sign-in.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { createUser } from './create-user.ts'

const secret = 'a secret of the tests, 32 characters long'
const noor = { email: 'noor@school.test', name: 'Noor Rahimi', role: 'STUDENT' } as const
const attempt = { email: noor.email, address: '203.0.113.7', carrier: 'web' } as const

describe('an admin creates people', () => {
  test('who can sign in with a password, and not yet without one', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const password = 'lanterns at dusk'
    expect(await createUser(admin, { ...noor, password })).toMatchObject(noor)
    const signedIn = await signIn(school.system(), { ...attempt, password }, secret)
    expect(signedIn.user).toMatchObject(noor)
    const karim = await createUser(admin, { ...noor, email: 'karim@school.test' })
    for (const tried of ['', password]) {
      const refused = signIn(school.system(), { ...attempt, email: karim.email, password: tried }, secret)
      await expect(refused).rejects.toMatchObject({ code: 'unauthenticated' })
    }
  })

  test('with an international domain, shown in its own script and unique in both forms', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const stored = { ...noor, email: 'noor@xn--mnchen-3ya.test' }
    expect(await createUser(admin, stored)).toMatchObject({ email: 'noor@m\u00fcnchen.test' })
    await expect(createUser(admin, stored)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('with unique e-mails: a taken one is a conflict, even if two requests are concurrent', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => createUser(admin, noor)))
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused).toHaveLength(3)
    for (const refusal of refused) {
      expect(refusal).toMatchObject({ code: 'conflict', details: { fields: { email: 'emailTaken' } } })
    }
    expect(await school.database.user.count({ where: { email: noor.email } })).toBe(1)
  })

  test('with a password that is not common, ignoring case', async () => {
    const school = await createSchool()
    const refused = createUser(await school.asAdmin(), { ...noor, password: 'PassWord123' })
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { password: 'commonPassword' } },
    })
    expect(await school.database.user.count({ where: { email: noor.email } })).toBe(0)
  })

  test.each(['STUDENT', 'TRAINER'] as const)('but a %s may not', async (role) => {
    const school = await createSchool()
    const refused = createUser(school.as(await school.person(role)), { ...noor, role: 'ADMIN' })
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
    expect(await school.database.user.count({ where: { email: noor.email } })).toBe(0)
  })
})
