import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { connectDatabase } from '#lib/database/client.ts'
import type { Boss } from '#lib/jobs/boss.ts'
import type { Jobs } from '#lib/jobs/jobs.ts'
import { createLinks, type Links } from '#lib/kernel/links.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { connectMedia } from '#lib/livekit/connect-media.ts'
import type { Media } from '#lib/livekit/media.ts'
import { connectMail } from '#lib/mail/connect-mail.ts'
import type { Mail } from '#lib/mail/mail.ts'
import { type Configuration, readConfiguration } from './configuration.ts'

/** Shared state of a process for its lifetime. */
export type Application = {
  configuration: Configuration
  database: ReturnType<typeof connectDatabase>
  media: Media
  jobs: Jobs
  mail: Mail
  links: Links
  /** Whether the database has confirmed this instance's secret; until then, nothing is served. */
  confirmed: boolean
  /** The job queue after its start; until then, use cases that need a job are refused. */
  boss: Boss | null
}

// Next bundles instrumentation and pages separately: a module variable would exist twice.
const shared: typeof globalThis & { caravan?: Application } = globalThis

/** This process's application, created on the first call. @throws ConfigurationError */
export function application(): Application {
  shared.caravan ??= createApplication(readConfiguration(process.env))
  return shared.caravan
}

function createApplication(configuration: Configuration): Application {
  const created: Application = {
    configuration,
    database: connectDatabase(configuration.databaseUrl, configuration),
    media: connectMedia(configuration.liveKit),
    mail: connectMail(configuration.mail),
    links: createLinks(configuration),
    confirmed: false,
    boss: null,
    jobs: {
      async send(context, name, payloads, options) {
        if (!created.boss) throw new Refusal('unavailable', 'databaseUnavailable')
        await created.boss.jobs.send(context, name, payloads, options)
      },
    },
  }
  return created
}

/**
 * The context of a use case without an actor, at the current time.
 * @throws Refusal `unavailable` until the database has confirmed this instance's secret
 */
export function systemContext(): SystemContext {
  const { confirmed, database, media, jobs, mail, links } = application()
  if (!confirmed) throw new Refusal('unavailable', 'databaseUnavailable')
  return { now: new Date(), database, media, jobs, mail, links }
}
