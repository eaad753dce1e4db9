import type { Database } from '#lib/database/client.ts'
import type { Jobs } from '#lib/jobs/jobs.ts'
import type { Links } from '#lib/kernel/links.ts'
import type { Media } from '#lib/livekit/media.ts'
import type { Mail } from '#lib/mail/mail.ts'
import type { Actor } from './actor.ts'

/** What a use case works with where nobody is signed in: jobs, webhooks, sign-in. */
export type SystemContext = {
  now: Date
  database: Database
  media: Media
  jobs: Jobs
  mail: Mail
  links: Links
}

/** What a use case works with: who asks, when, and the systems around. */
export type Context = SystemContext & { actor: Actor }
