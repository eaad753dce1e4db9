import type { Database } from '#lib/database/client.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/** All jobs with their payloads; worker/handlers.ts has the handlers. */
export type JobPayloads = {
  'reconcile-room': { sessionId: SessionId }
  'notify-of-change': { changeId: string }
  'send-mails': Record<string, never>
  'promote-waitlist': { sessionId: SessionId }
}

export type JobName = keyof JobPayloads

export type JobOptions = {
  /** Earliest start; immediately if omitted. */
  startAfter?: Date
  /** Runs after all jobs that a user waits for. */
  background?: boolean
}

/** Port to the job queue. */
export type Jobs = {
  /** Writes jobs in the context's open transaction, if any: they run after the commit, or never after a rollback. */
  send<N extends JobName>(
    context: { database: Database },
    name: N,
    payloads: JobPayloads[N][],
    options?: JobOptions,
  ): Promise<void>
}
