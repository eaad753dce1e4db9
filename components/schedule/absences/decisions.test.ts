import { expect, test } from 'vitest'
import { defaultDecisions, toHandovers } from './decisions.ts'

const at = (id: string, start: string, end: string, ...substitutes: string[]) => ({
  id,
  startsAt: `2027-01-04T${start}:00Z`,
  endsAt: `2027-01-04T${end}:00Z`,
  substitutes: substitutes.map((id) => ({ id })),
})

test('sessions go to the most suitable free trainer, never two at once, and are cancelled if nobody is free', () => {
  const sessions = [
    at('morning', '09:00', '10:00', 'priya', 'daniel'),
    at('beside', '09:30', '10:30', 'priya', 'daniel'),
    at('after', '10:00', '11:00', 'priya', 'daniel'),
    at('third', '09:30', '10:30', 'priya'),
    at('evening', '18:00', '19:00'),
  ]
  expect(defaultDecisions(sessions)).toEqual({
    morning: 'priya',
    beside: 'daniel',
    after: 'priya',
    third: 'cancel',
    evening: 'cancel',
  })
})

test('unchanged sessions are not sent', () => {
  expect(toHandovers({ a: 'priya', b: 'cancel', c: 'stay' }, 'Ill.')).toEqual([
    { sessionId: 'a', trainerId: 'priya' },
    { sessionId: 'b', cancel: 'Ill.' },
  ])
})
