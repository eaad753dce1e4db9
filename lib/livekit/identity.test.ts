import { expect, test } from 'vitest'
import { userId } from '#lib/kernel/ids.ts'
import { deviceOf, identitiesOf, identityOf } from './identity.ts'

const id = userId.parse('0199a0c4-7b1e-7c3a-9d52-3f0d6f1f2a11')

test('somebody’s own place and their companion have an identity each, and belong to one person', () => {
  for (const device of [
    { userId: id, companion: false },
    { userId: id, companion: true },
  ])
    expect(deviceOf(identityOf(device))).toEqual(device)
  expect(identitiesOf(id)).toEqual([id, `${id}:companion`])
})

test.each([`${id}:companion:companion`, ':companion', `hall:${id}`, 'recorder', ''])(
  '%s is nobody of ours',
  (identity) => {
    expect(deviceOf(identity)).toBeNull()
  },
)
