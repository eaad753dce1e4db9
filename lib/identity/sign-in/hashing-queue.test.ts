import { expect, test, vi } from 'vitest'

const queue = async () => (await import('./hashing-queue.ts')).inHashingQueue

test('two run at once, a hundred wait in order, and more are refused with a retry time', async () => {
  const inHashingQueue = await queue()
  const release = Promise.withResolvers<void>()
  const started: number[] = []
  const work = (index: number) =>
    inHashingQueue(async () => {
      started.push(index)
      await release.promise
      return index
    })
  const accepted = Array.from({ length: 102 }, (_, index) => work(index))
  expect(started).toEqual([0, 1])
  await expect(work(102)).rejects.toMatchObject({
    code: 'unavailable',
    reason: 'tooManySignIns',
    details: { retryAfter: 2 },
  })
  release.resolve()
  expect(await Promise.all(accepted)).toEqual(Array.from({ length: 102 }, (_, index) => index))
  expect(started).toEqual(Array.from({ length: 102 }, (_, index) => index))
})

test('failed work frees its slot for the next', async () => {
  const inHashingQueue = await queue()
  const failing = Array.from({ length: 5 }, () => inHashingQueue(() => Promise.reject(new Error('no hash'))))
  for (const failed of failing) await expect(failed).rejects.toThrow('no hash')
  expect(await inHashingQueue(async () => 'done')).toBe('done')
})

test('every copy of the module in a process shares one queue', async () => {
  const first = await queue()
  vi.resetModules()
  const second = await queue()
  expect(second).not.toBe(first)
  const release = Promise.withResolvers<void>()
  const running = [first(() => release.promise), second(() => release.promise)]
  let started = false
  const third = second(async () => {
    started = true
  })
  await Promise.resolve()
  expect(started).toBe(false)
  release.resolve()
  await Promise.all([...running, third])
})
