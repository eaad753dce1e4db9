import { expect, test } from 'vitest'
import { pickChanged } from './pick-changed.ts'

const opened = { title: 'Rust', shortTitle: null, capacity: 20, minutes: 60 }

test.each([
  ['nothing was changed', {}, {}],
  ['one field was changed', { title: 'Rust, evenings' }, { title: 'Rust, evenings' }],
  ['a field was filled', { shortTitle: 'Rs' }, { shortTitle: 'Rs' }],
  ['a number is 0', { capacity: 0 }, { capacity: 0 }],
  ['a field is not shown', { minutes: undefined }, { minutes: undefined }],
] as const)('if %s', (_, touched, sent) => {
  expect(pickChanged({ ...opened, ...touched }, opened)).toEqual(sent)
})

test('a new record is sent with all fields', () => {
  expect(pickChanged(opened, undefined)).toEqual(opened)
})
