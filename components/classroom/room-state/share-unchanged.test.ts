import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareUnchanged } from './share-unchanged.ts'

test('an equal value is the previous object', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(shareUnchanged(value, structuredClone(value))).toBe(value)
    }),
  )
})

test('the result equals the next value, whatever it was before', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (previous, next) => {
      expect(shareUnchanged(previous, next)).toEqual(next)
    }),
  )
})

test('a changed part is new, and all others stay', () => {
  const previous = { hands: [{ id: 'a' }, { id: 'b' }], floor: { id: 'c' }, locks: [] }
  const next = shareUnchanged(previous, { hands: [{ id: 'a' }, { id: 'x' }], floor: { id: 'c' }, locks: [] })
  expect(next).not.toBe(previous)
  expect(next.hands).not.toBe(previous.hands)
  expect(next.hands[0]).toBe(previous.hands[0])
  expect(next.floor).toBe(previous.floor)
})
