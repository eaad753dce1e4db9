import { onTestFinished, vi } from 'vitest'
import { type Application, application } from '#lib/process/application.ts'
import type { School } from './school.ts'

const environment = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere',
  AUTH_SECRET: 'a secret that only tests know, long enough',
  PUBLIC_URL: 'https://school.test',
  // Integration tests set LIVEKIT_URL.
  LIVEKIT_URL: process.env.LIVEKIT_URL ?? 'ws://127.0.0.1:1',
  LIVEKIT_API_KEY: process.env.LIVEKIT_API_KEY ?? 'key',
  LIVEKIT_API_SECRET: process.env.LIVEKIT_API_SECRET ?? 'a secret of the tests, 32 characters long',
}

// Process-wide state.
const shared: typeof globalThis & { caravan?: unknown; caravanStreams?: unknown } = globalThis

/** Serves the school from this process's routes, actions and pages until the test ends; no school, no database. */
export function serve(school?: School): Application {
  forget()
  onTestFinished(forget)
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  if (!school) return Object.assign(application(), { confirmed: true })
  const { media, jobs, mail, links } = school.system()
  return Object.assign(application(), {
    database: school.database,
    media,
    jobs,
    mail,
    links,
    confirmed: true,
  })
}

function forget(): void {
  vi.unstubAllEnvs()
  Object.assign(shared, { caravan: undefined, caravanStreams: undefined })
}
