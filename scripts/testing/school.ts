import { onTestFinished } from 'vitest'
import type { Actor } from '#lib/context/actor.ts'
import type { Context, SystemContext } from '#lib/context/context.ts'
import { connectDatabase } from '#lib/database/client.ts'
import type { JobName } from '#lib/jobs/jobs.ts'
import { createLinks } from '#lib/kernel/links.ts'
import { connectMedia } from '#lib/livekit/connect-media.ts'
import type { Media } from '#lib/livekit/media.ts'
import { createTestDatabase } from './database.ts'
import { makeSchool } from './make-school.ts'

const testLinks = createLinks({
  authSecret: 'a secret that only tests know, long enough',
  publicUrl: new URL('https://school.test'),
})

/** A school in a test database, with fixtures for people, classes and sessions. */
export async function createSchool() {
  const { url, drop } = await createTestDatabase()
  const database = connectDatabase(url)
  onTestFinished(async () => {
    await database.$disconnect()
    await drop()
  })
  const sent: { name: JobName; payload: unknown }[] = []
  const system = (now = new Date()): SystemContext => ({
    now,
    database,
    media: connectTestMedia(),
    jobs: {
      send: async (_, name, payloads) => void sent.push(...payloads.map((payload) => ({ name, payload }))),
    },
    mail: { configured: false, send: async () => {} },
    links: testLinks,
  })

  const as = (actor: Actor, now = new Date()): Context => ({ ...system(now), actor })
  const school = makeSchool(database)
  return {
    ...school,
    url,
    database,
    sent,
    system,
    as,
    asAdmin: async () => as(await school.person('ADMIN')),
  }
}

export type School = Awaited<ReturnType<typeof createSchool>>

/** The LiveKit server of the test run. */
export function connectTestMedia(): Media {
  const {
    LIVEKIT_URL: url = '',
    LIVEKIT_API_KEY: apiKey = '',
    LIVEKIT_API_SECRET: apiSecret = '',
  } = process.env
  return connectMedia({ url, apiUrl: url.replace(/^ws/, 'http'), apiKey, apiSecret })
}
