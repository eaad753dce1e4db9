import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { wakeEventWorker } from '#lib/attendance/event-worker.ts'
import { startEventLoop } from './event-loop.ts'

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

afterEach(() => {
  vi.restoreAllMocks()
})

/** A loop over an inbox that the test fills; `applied` has the sizes of its batches. */
function loopOver(inbox: number[]) {
  const applied: number[] = []
  onTestFinished(
    startEventLoop(async () => {
      const batch = inbox.splice(0)
      if (batch.length > 0) applied.push(batch.length)
      return batch.length
    }),
  )
  return applied
}

test('waiting events are applied at the start', async () => {
  const applied = loopOver([1, 2, 3])
  await expect.poll(() => applied).toEqual([3])
})

test('an event that is stored while the loop is idle is applied immediately', async () => {
  const inbox: number[] = []
  const applied = loopOver(inbox)
  await Promise.resolve()
  inbox.push(1)
  wakeEventWorker()
  await expect.poll(() => applied, { timeout: 1500 }).toEqual([1])
})

test('events that are stored while others are applied are applied together', async () => {
  const inbox = [1]
  const applied = loopOver(inbox)
  await expect.poll(() => applied).toEqual([1])
  for (let index = 0; index < 10; index += 1) {
    inbox.push(index)
    wakeEventWorker()
  }
  await expect.poll(() => applied).toEqual([1, 10])
})

test('an event that is stored during a run that finds nothing is applied without waiting for the next poll', async () => {
  const inbox: number[] = []
  const found = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  let runs = 0
  onTestFinished(
    startEventLoop(async () => {
      runs += 1
      if (runs > 1) return inbox.splice(0).length
      asked.resolve()
      await found.promise
      return 0
    }),
  )
  await asked.promise
  inbox.push(1)
  wakeEventWorker()
  found.resolve()
  await expect.poll(() => inbox, { timeout: 1500 }).toEqual([])
})

test('a failed run does not end the loop', async () => {
  let runs = 0
  onTestFinished(
    startEventLoop(async () => {
      runs += 1
      if (runs === 1) throw new Error('the database is away')
      return 0
    }),
  )
  wakeEventWorker()
  await expect.poll(() => runs, { timeout: 5000 }).toBeGreaterThan(1)
})
