import type { Database } from '#lib/database/client.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/** Every job there is, with what it is told. worker/handlers.ts says what each does. */
export type JobPayloads = {
  'reconcile-room': { sessionId: SessionId }
  'notify-of-change': { changeId: string }
  'send-mails': Record<string, never>
  'promote-waitlist': { sessionId: SessionId }
}

export type JobName = keyof JobPayloads

export type JobOptions = {
  /** Not before; at once where it is left out. */
  startAfter?: Date
  /** Runs after all jobs that a person waits for. */
  background?: boolean
}

/** The edge to the job queue. */
export type Jobs = {
  /** Writes jobs in the context's transaction where one is open: they run once that is committed, or never. */
  send<N extends JobName>(
    context: { database: Database },
    name: N,
    payloads: JobPayloads[N][],
    options?: JobOptions,
  ): Promise<void>
}
