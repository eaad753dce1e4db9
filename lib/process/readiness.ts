import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import { type Application, application } from './application.ts'

/** Later responses are ignored, so that a check never takes longer than 2 s. */
const ANSWERS_WITHIN_MS = 1_500

export type Readiness = {
  /** Whether this instance can serve. */
  ready: boolean
  database: boolean
  jobs: boolean
  /** Unavailable dependencies that all instances share, so that they do not make one instance unready. */
  degraded: 'liveKit'[]
}

let check: (() => Promise<Readiness>) | undefined

/** Readiness of this process; resolves within 2 s. */
export function readiness(): Promise<Readiness> {
  check ??= createReadiness(application())
  return check()
}

/**
 * Checks whether this instance's database connection and job queue work, and whether LiveKit responds. Concurrent
 * checks share one request, so that they take one connection while the database hangs.
 */
export function createReadiness(
  holder: Pick<Application, 'database' | 'media' | 'boss'>,
): () => Promise<Readiness> {
  const pingDatabase = shareRunning(() =>
    holder.database.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    ),
  )
  const pingLiveKit = shareRunning(() => holder.media.isAvailable())
  return async () => {
    const [database, liveKit] = await Promise.all([withTimeout(pingDatabase()), withTimeout(pingLiveKit())])
    const jobs = holder.boss?.isHealthy() ?? false
    return { ready: database && jobs, database, jobs, degraded: liveKit ? [] : ['liveKit'] }
  }
}

function shareRunning(ping: () => Promise<boolean>): () => Promise<boolean> {
  let running: Promise<boolean> | null = null
  return () => {
    running ??= ping().finally(() => {
      running = null
    })
    return running
  }
}

function withTimeout(answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer, delay(ANSWERS_WITHIN_MS, false, { ref: false })])
}
