import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderStrip, type StripParams } from './order-strip.ts'

const start: StripParams = {
  previous: [],
  people: ['leila', 'aisha', 'noor', 'mateo', 'yuki', 'kwame', 'tariq'],
  me: 'noor',
  large: 'leila',
  activeSpeaker: null,
  hands: [],
  recent: [],
  perPage: 5,
}
const shown = ['noor', 'aisha', 'mateo', 'yuki', 'kwame', 'tariq']

test.each<[string, Partial<StripParams>, string[]]>([
  ['the viewer first, then by join time', {}, shown],
  [
    'speaker and recent speakers lead',
    { activeSpeaker: 'yuki', recent: ['yuki', 'tariq'] },
    ['noor', 'yuki', 'tariq', 'aisha', 'mateo', 'kwame'],
  ],
  [
    'raised hands come before recent speakers',
    { hands: ['tariq'], recent: ['yuki'] },
    ['noor', 'tariq', 'yuki', 'aisha', 'mateo', 'kwame'],
  ],
  ['a raised hand moves no tile', { previous: shown, hands: ['tariq'] }, shown],
  [
    'a speaker on the page keeps the position',
    { previous: shown, activeSpeaker: 'kwame', recent: ['kwame'] },
    shown,
  ],
  [
    'a speaker off the page takes the quietest position',
    { previous: shown, activeSpeaker: 'tariq', recent: ['tariq', 'aisha', 'mateo', 'kwame'] },
    ['noor', 'aisha', 'mateo', 'tariq', 'kwame', 'yuki'],
  ],
  ['a newcomer is last', { previous: shown, people: [...start.people, 'hana'] }, [...shown, 'hana']],
  [
    'a newcomer takes the position of a participant who left',
    { previous: shown, people: ['leila', 'noor', 'mateo', 'yuki', 'kwame', 'tariq', 'hana'] },
    ['noor', 'hana', 'mateo', 'yuki', 'kwame', 'tariq'],
  ],
  [
    'the previous and the current large participant swap positions',
    { previous: shown, large: 'mateo' },
    ['noor', 'aisha', 'leila', 'yuki', 'kwame', 'tariq'],
  ],
  [
    'with a shared screen all participants are in the strip',
    { previous: shown, large: null },
    [...shown, 'leila'],
  ],
  ['empty if the only participant is large', { people: ['noor'], large: 'noor' }, []],
])('%s', (_what, change, expected) => {
  expect(orderStrip({ ...start, ...change })).toEqual(expected)
})

test('contains every participant once, and is stable when computed again', () => {
  const somebody = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
  const some = fc.uniqueArray(somebody)
  const question = fc.record({
    previous: some,
    people: some,
    me: somebody,
    large: fc.option(somebody),
    activeSpeaker: fc.option(somebody),
    hands: some,
    recent: some,
    perPage: fc.constantFrom(3, 5),
  })
  fc.assert(
    fc.property(question, (asked) => {
      const order = orderStrip(asked)
      expect(order.toSorted()).toEqual(asked.people.filter((one) => one !== asked.large).toSorted())
      const recent = asked.activeSpeaker ? [asked.activeSpeaker, ...asked.recent] : asked.recent
      const settled = orderStrip({ ...asked, recent, previous: order })
      expect(orderStrip({ ...asked, recent, previous: settled })).toEqual(settled)
    }),
  )
})
