import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { application, systemContext } from './application.ts'

const environment = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere',
  AUTH_SECRET: 'a secret of the tests, 32 characters long',
  PUBLIC_URL: 'https://school.test',
  LIVEKIT_URL: 'wss://media.school.test',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'another secret, also 32 characters long',
}

beforeEach(() => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
})
afterEach(() => void vi.unstubAllEnvs())

test('nothing is served before the database has confirmed the secret', () => {
  expect(systemContext).toThrow(expect.objectContaining({ code: 'unavailable' }))
  application().confirmed = true
  expect(systemContext().links).toBe(application().links)
})

test('an action that needs a job is refused before the job queue has started', async () => {
  application().confirmed = true
  const context = systemContext()
  await expect(context.jobs.send(context, 'send-mails', [{}])).rejects.toMatchObject({ code: 'unavailable' })
})
