import type { Database } from '#lib/database/client.ts'
import type { Jobs } from '#lib/jobs/jobs.ts'
import type { Links } from '#lib/kernel/links.ts'
import type { Media } from '#lib/livekit/media.ts'
import type { Mail } from '#lib/mail/mail.ts'
import type { Actor } from './actor.ts'

/** Dependencies of a use case without a signed-in user: jobs, webhooks, sign-in. */
export type SystemContext = {
  now: Date
  database: Database
  media: Media
  jobs: Jobs
  mail: Mail
  links: Links
}

/** Dependencies of a use case: the actor, the current time and the external systems. */
export type Context = SystemContext & { actor: Actor }
