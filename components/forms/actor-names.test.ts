import { expect, test } from 'vitest'
import { actorNames } from './actor-names.ts'

const by = (...names: (string | null)[]) => names.map((name) => ({ actor: name === null ? null : { name } }))

test.each([
  ['nobody', [], ''],
  ['the system', [null], ''],
  ['a person who was erased', [''], ''],
  ['one person', ['Ada'], 'Ada'],
  ['one person twice', ['Ada', 'Ada'], 'Ada'],
  ['several, the latest first', ['Bo', null, 'Ada', 'Bo'], 'Bo and Ada'],
])('changed by %s', (_, actors, names) => {
  expect(actorNames(by(...actors))).toBe(names)
})
