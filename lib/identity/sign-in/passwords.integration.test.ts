import { verify } from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { PASSWORD } from '#scripts/testing/make-school.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { signIn } from './sign-in.ts'

vi.mock('@node-rs/argon2', { spy: true })

const secret = 'a secret of the tests, 32 characters long'

test('every attempt verifies one hash of the same cost, so that the time reveals nothing', async () => {
  const school = await createSchool()
  const [known, disabled, without] = [
    await school.account(),
    await school.account(),
    await school.person('STUDENT'),
  ]
  await school.database.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } })
  for (const [email, password] of [
    [known.email, 'not this one'],
    [disabled.email, PASSWORD],
    [without.email, ''],
    ['nobody@school.test', PASSWORD],
    ['nul\u0000@school.test', PASSWORD],
  ] as const) {
    vi.mocked(verify).mockClear()
    const input = { email, password, address: '203.0.113.7', carrier: 'bearer' as const }
    await expect(signIn(school.system(), input, secret)).rejects.toMatchObject({ reason: 'wrongCredentials' })
    expect(verify, email).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
      password,
    )
  }
})
