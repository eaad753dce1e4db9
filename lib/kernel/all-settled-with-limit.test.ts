import { expect, test } from 'vitest'
import { allSettledWithLimit } from './all-settled-with-limit.ts'

test('runs a limited number at a time and returns the outcomes in the order of the items', async () => {
  const ends = [0, 1, 2, 3].map(() => Promise.withResolvers<string>())
  const started: number[] = []
  const all = allSettledWithLimit(2, ends, (end) => {
    started.push(ends.indexOf(end))
    return end.promise
  })
  expect(started).toEqual([0, 1])
  ends[1]?.resolve('second')
  await expect.poll(() => started).toEqual([0, 1, 2])
  ends[2]?.reject(new Error('third'))
  ends[3]?.resolve('fourth')
  ends[0]?.resolve('first')
  expect(await all).toEqual([
    { status: 'fulfilled', value: 'first' },
    { status: 'fulfilled', value: 'second' },
    { status: 'rejected', reason: new Error('third') },
    { status: 'fulfilled', value: 'fourth' },
  ])
})

test('resolves immediately for an empty list', async () => {
  expect(await allSettledWithLimit(2, [], () => Promise.reject(new Error('never')))).toEqual([])
})
