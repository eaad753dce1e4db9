import { expect, test } from 'vitest'
import { PASSWORD } from '#scripts/testing/make-school.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { changePassword } from './change-password.ts'

const next = 'another caravan of lanterns'

test('a session that guesses the current password is stopped after 5 attempts, even in parallel', async () => {
  const school = await createSchool()
  const noor = await school.account()
  const guesses = await Promise.all(
    Array.from({ length: 20 }, () =>
      changePassword(school.as(noor), { current: 'wrong', next }).catch(({ code }) => code),
    ),
  )
  expect(guesses.filter((code) => code === 'invalid')).toHaveLength(5)
  expect(guesses.filter((code) => code === 'rate_limited')).toHaveLength(15)
  await expect(changePassword(school.as(noor), { current: PASSWORD, next })).rejects.toMatchObject({
    code: 'rate_limited',
  })
})

test('correct passwords are not counted', async () => {
  const school = await createSchool()
  const noor = await school.account()
  let current = PASSWORD
  for (let round = 0; round < 7; round += 1) {
    await changePassword(school.as(noor), { current, next: `${next} ${round}` })
    current = `${next} ${round}`
  }
  await expect(changePassword(school.as(noor), { current: 'wrong', next })).rejects.toMatchObject({
    code: 'invalid',
  })
})
