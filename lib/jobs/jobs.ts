import type { SystemContext } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'

/** Every job there is, with what it is told. worker/handlers.ts says what each does. */
export type JobPayloads = {
  'settle-room': { sessionId: SessionId }
  'tell-change': { changeId: string }
  'send-mails': Record<string, never>
  'promote-line': { sessionId: SessionId }
}

export type JobName = keyof JobPayloads

/** The edge to the job queue. */
export type Jobs = {
  /** Writes the job in the context's transaction where one is open: it runs once that is committed, or never. */
  send<N extends JobName>(
    context: Pick<SystemContext, 'database'>,
    name: N,
    payload: JobPayloads[N],
    /** Not before; at once where it is left out. */
    startAfter?: Date,
  ): Promise<void>
}
