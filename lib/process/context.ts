import type { Database } from '#lib/database/client.ts'
import type { Actor } from '#lib/identity/actor.ts'
import type { Jobs } from '#lib/jobs/jobs.ts'
import type { Media } from '#lib/livekit/media.ts'

/** What a use case works with where nobody is signed in: jobs, webhooks, sign-in. */
export type SystemContext = {
  now: Date
  database: Database
  media: Media
  jobs: Jobs
}

/** What a use case works with: who asks, when, and the systems around. */
export type Context = SystemContext & { actor: Actor }
