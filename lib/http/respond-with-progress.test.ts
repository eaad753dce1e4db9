import type { NextRequest } from 'next/server'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import type { ProgressReporter } from '#lib/kernel/progress-reporter.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { respondWithProgress } from './respond-with-progress.ts'

vi.mock('./authenticate.ts', () => ({ authenticate: async () => ({ context: {}, input: {} }) }))

const endpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/walk',
  access: 'signed-in',
  summary: 'Walk',
  progress: z.object({ steps: z.int() }),
  data: z.object({ steps: z.int() }),
  message: 'Walked',
})

type Walk = (progress: ProgressReporter<{ steps: number }>) => Promise<{ steps: number }>

function ask(walk: Walk): Promise<Response> {
  const request = new Request('http://school.test') as NextRequest
  return respondWithProgress(endpoint, ({ progress }) => walk(progress))(request, {
    params: Promise.resolve({}),
  })
}

async function linesOf(response: Response) {
  const text = await response.text()
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('each progress report is a line, and the envelope is the last line', async () => {
  const response = await ask(async ({ report }) => {
    report({ steps: 1 })
    report({ steps: 2 })
    return { steps: 2 }
  })
  expect(response.headers.get('content-type')).toContain('application/x-ndjson')
  expect(await linesOf(response)).toEqual([
    { steps: 1 },
    { steps: 2 },
    { success: true, message: 'Walked', data: { steps: 2 } },
  ])
})

test('a refusal before the first progress report has its own status', async () => {
  const response = await ask(async () => {
    throw new Refusal('not_found', 'noSuchClass')
  })
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ success: false, error: { code: 'not_found' } })
})

test('a later refusal is in the last line', async () => {
  const response = await ask(async ({ report }) => {
    report({ steps: 1 })
    throw new Refusal('conflict', 'sessionFull', { values: { free: 0 } })
  })
  expect(response.status).toBe(200)
  const lines = await linesOf(response)
  expect(lines.at(-1)).toMatchObject({ success: false, error: { code: 'conflict' } })
})

test('work without progress reports is answered in the envelope', async () => {
  const response = await ask(async () => ({ steps: 0 }))
  expect(await response.json()).toMatchObject({ success: true, data: { steps: 0 } })
})

test('a client that disconnects stops the work, and no error is logged', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const stopped = Promise.withResolvers<string>()
  const response = await ask(async ({ report, signal }) => {
    report({ steps: 1 })
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    report({ steps: 2 })
    stopped.resolve('stopped')
    signal.throwIfAborted()
    return { steps: 2 }
  })
  await response.body?.cancel()
  expect(await stopped.promise).toBe('stopped')
  // The response is written after the work has ended.
  await new Promise((resolve) => setImmediate(resolve))
  expect(log).not.toHaveBeenCalled()
  log.mockRestore()
})
