import { expect, test } from 'vitest'
import { orderPeople, splitSeats } from './order-people.ts'

const people = ['Yuki', 'Leïla', 'Ängsö', 'Noor', 'Mateo'].map((name) => ({ identity: name, name }))

test('the trainer, oneself, then by name', () => {
  const order = orderPeople(people, 'Leïla', 'Noor').map(({ name }) => name)
  expect(order).toEqual(['Leïla', 'Noor', 'Ängsö', 'Mateo', 'Yuki'])
})

test('who is not inside is missing or was removed', () => {
  const seats = [
    { id: 'noor', removed: false },
    { id: 'yuki', removed: false },
    { id: 'kwame', removed: true },
  ]
  expect(splitSeats(seats, ['noor'])).toEqual({ missing: [seats[1]], removed: [seats[2]] })
  expect(splitSeats(null, [])).toEqual({ missing: [], removed: [] })
})
