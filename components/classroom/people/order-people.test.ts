import { expect, test } from 'vitest'
import { orderPeople, splitSeats } from './order-people.ts'

const people = ['Yuki', 'Leïla', 'Ängsö', 'Noor', 'Mateo'].map((name) => ({ identity: name, name }))

test('the trainer comes first, then the viewer, then the others by name', () => {
  const order = orderPeople(people, 'Leïla', 'Noor').map(({ name }) => name)
  expect(order).toEqual(['Leïla', 'Noor', 'Ängsö', 'Mateo', 'Yuki'])
})

test('people who are not inside are missing or removed', () => {
  const seats = [
    { id: 'noor', removed: false },
    { id: 'yuki', removed: false },
    { id: 'kwame', removed: true },
  ]
  expect(splitSeats(seats, ['noor'])).toEqual({ missing: [seats[1]], removed: [seats[2]] })
  expect(splitSeats(null, [])).toEqual({ missing: [], removed: [] })
})
