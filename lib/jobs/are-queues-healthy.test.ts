import { expect, test } from 'vitest'
import { areQueuesHealthy } from './are-queues-healthy.ts'

const NOW = Date.UTC(2027, 0, 4, 9)
const ago = (seconds: number) => NOW - seconds * 1000
const idle = { name: 'mails', count: 0, createdOn: ago(600), lastFetchedOn: ago(1) }
const rooms = { ...idle, name: 'rooms' }

test.each([
  { name: 'each worker polled a second ago', workers: [idle, rooms], works: true },
  {
    name: 'a worker has just started',
    workers: [idle, { ...rooms, createdOn: ago(1), lastFetchedOn: null }],
    works: true,
  },
  {
    name: 'a worker has run its job for a minute',
    workers: [idle, { ...rooms, count: 1, lastFetchedOn: ago(60) }],
    works: true,
  },
  {
    name: 'one of two workers of a queue is silent',
    workers: [idle, rooms, { ...rooms, lastFetchedOn: ago(60) }],
    works: true,
  },
  { name: 'a queue has no worker', workers: [idle], works: false },
  { name: 'no worker has started', workers: [], works: false },
  {
    name: 'a worker got no response for 15 s',
    workers: [idle, { ...rooms, lastFetchedOn: ago(15) }],
    works: false,
  },
  {
    name: 'a worker never got a response',
    workers: [idle, { ...rooms, createdOn: ago(15), lastFetchedOn: null }],
    works: false,
  },
  {
    name: 'a worker never finishes its job',
    workers: [idle, { ...rooms, count: 1, lastFetchedOn: ago(90) }],
    works: false,
  },
])('$name: $works', ({ workers, works }) => {
  expect(areQueuesHealthy(['mails', 'rooms'], workers, NOW)).toBe(works)
})
