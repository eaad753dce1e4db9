import { expect, test } from 'vitest'
import { userId } from '#lib/kernel/ids.ts'
import { deviceOf, identitiesOf, identityOf } from './identity.ts'

const id = userId.parse('0199a0c4-7b1e-7c3a-9d52-3f0d6f1f2a11')

test('the main device and the companion have separate identities and belong to one person', () => {
  for (const device of [
    { userId: id, companion: false },
    { userId: id, companion: true },
  ])
    expect(deviceOf(identityOf(device))).toEqual(device)
  expect(identitiesOf(id)).toEqual([id, `${id}:companion`])
})

test.each([`${id}:companion:companion`, ':companion', `hall:${id}`, 'recorder', ''])(
  '%s belongs to no user',
  (identity) => {
    expect(deviceOf(identity)).toBeNull()
  },
)
