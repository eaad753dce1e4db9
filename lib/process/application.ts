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

/** What one process holds for as long as it lives. */
export type Application = {
  configuration: Configuration
  database: ReturnType<typeof connectDatabase>
  media: Media
  jobs: Jobs
  mail: Mail
  links: Links
  /** Whether the database has confirmed this instance's secret; before that, nothing is served. */
  confirmed: boolean
  /** The job queue once it has started; before that, what needs a job is refused. */
  boss: Boss | null
}

// Next bundles instrumentation and pages apart: a module's own variable would exist twice.
const shared: typeof globalThis & { caravan?: Application } = globalThis

/** This process's application, made at the first call. @throws ConfigurationError */
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
 * What a use case works with, now, before anybody is known.
 * @throws Refusal `unavailable` until the database has confirmed this instance's secret
 */
export function systemContext(): SystemContext {
  const { confirmed, database, media, jobs, mail, links } = application()
  if (!confirmed) throw new Refusal('unavailable', 'databaseUnavailable')
  return { now: new Date(), database, media, jobs, mail, links }
}
