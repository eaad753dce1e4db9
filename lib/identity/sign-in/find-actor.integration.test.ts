import { describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/database/transaction.ts'
import { DAY_MS, HOUR_MS } from '#lib/kernel/durations.ts'
import { waitForBlockedLock } from '#scripts/testing/lock-waits.ts'
import { PASSWORD } from '#scripts/testing/make-school.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { changePassword } from './change-password.ts'
import { createCredential, parseCredential } from './credential.ts'
import { extendSignIn, findActor } from './find-actor.ts'
import { hashPassword } from './passwords.ts'
import { endCredential, signOut } from './sign-out.ts'

function look(school: School, holder: { credential: string }, now = new Date()) {
  const credential = parseCredential(holder.credential)
  if (!credential) throw new Error('not a credential')
  return findActor(school.system(now), credential)
}

describe('the next request sees the current database state', () => {
  test('a credential identifies its user, an unknown one identifies no user', async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.person('STUDENT'), await school.person('TRAINER')]
    expect(await look(school, noor)).toMatchObject({ id: noor.id, role: 'STUDENT', signInId: noor.signInId })
    expect(await look(school, karim)).toMatchObject({ id: karim.id, role: 'TRAINER' })
    expect(await look(school, { credential: createCredential() })).toBeNull()
  })

  test('a changed role and a disabled user take effect', async () => {
    const school = await createSchool()
    const admin = await school.person('ADMIN')
    await school.database.user.update({ where: { id: admin.id }, data: { role: 'STUDENT' } })
    expect(await look(school, admin)).toMatchObject({ role: 'STUDENT' })
    await school.database.user.update({ where: { id: admin.id }, data: { disabledAt: new Date() } })
    expect(await look(school, admin)).toBeNull()
  })

  test('signing out ends only this sign-in', async () => {
    const school = await createSchool()
    const [noor, karim, adam] = await school.people('STUDENT', 3)
    if (!noor || !karim || !adam) throw new Error('three students')
    await signOut(school.as(noor))
    const credential = parseCredential(adam.credential)
    if (credential) await endCredential(school.system(), credential)
    expect(await look(school, noor)).toBeNull()
    expect(await look(school, adam)).toBeNull()
    expect(await look(school, karim)).not.toBeNull()
  })
})

describe('the lifetime of a sign-in', () => {
  test('is extended by use and ends after idle time', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const begin = Date.now()
    for (const hours of [7, 14, 21]) {
      expect(await look(school, student, new Date(begin + hours * HOUR_MS))).not.toBeNull()
    }
    expect(await look(school, student, new Date(begin + 29.1 * HOUR_MS))).toBeNull()
  })

  test('is at most 30 days', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const begin = Date.now()
    for (let time = 7 * HOUR_MS; time < 30 * DAY_MS; time += 7 * HOUR_MS) {
      expect(await look(school, student, new Date(begin + time))).not.toBeNull()
    }
    expect(await look(school, student, new Date(begin + 30 * DAY_MS + HOUR_MS))).toBeNull()
  })
})

test('the expiry of a sign-in never moves earlier', async () => {
  const school = await createSchool()
  const { signInId: id } = await school.person('STUDENT')
  const end = async () => (await school.database.signIn.findUniqueOrThrow({ where: { id } })).expiresAt
  const [earlier, later] = [new Date(Date.now() + HOUR_MS), new Date(Date.now() + DAY_MS)]
  await extendSignIn(school, id, later)
  await extendSignIn(school, id, earlier)
  expect(await end()).toEqual(later)
})

describe('changing the password', () => {
  test('ends the other sign-ins and keeps this one', async () => {
    const school = await createSchool()
    const [here, other] = [await school.account(), await school.account()]
    const elsewhere = await school.signInOf(here)
    await changePassword(school.as(here), { current: PASSWORD, next: 'another caravan' })
    expect(await look(school, here)).not.toBeNull()
    expect(await look(school, elsewhere)).toBeNull()
    expect(await look(school, other)).not.toBeNull()
  })

  test('does not overwrite a password that an admin sets at the same moment', async () => {
    const school = await createSchool()
    const here = await school.account()
    const setByAdmin = await hashPassword('set by an admin')
    const { outcome } = await inTransaction(school.system(), async ({ database }) => {
      await database.user.update({ where: { id: here.id }, data: { passwordHash: setByAdmin } })
      const changing = changePassword(school.as(here), { current: PASSWORD, next: 'another caravan' })
      const outcome = changing.catch((error: unknown) => error)
      await waitForBlockedLock(school.database)
      return { outcome }
    })
    expect(await outcome).toMatchObject({ code: 'invalid', reason: 'wrongPassword' })
    expect(await school.database.user.findUnique({ where: { id: here.id } })).toMatchObject({
      passwordHash: setByAdmin,
    })
  })

  test('requires the current password and a new one that is not common', async () => {
    const school = await createSchool()
    const here = await school.account()
    const elsewhere = await school.signInOf(here)
    const context = school.as(here)
    await expect(
      changePassword(context, { current: 'not this', next: 'another caravan' }),
    ).rejects.toMatchObject({ code: 'invalid', details: { fields: { current: 'wrongPassword' } } })
    await expect(changePassword(context, { current: PASSWORD, next: 'Password123' })).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { next: 'commonPassword' } },
    })
    expect(await look(school, elsewhere)).not.toBeNull()
  })
})
