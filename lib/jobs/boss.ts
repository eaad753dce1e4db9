import 'server-only'
import { fromPrisma, PgBoss } from 'pg-boss'
import type { JobName, JobPayloads, Jobs } from './jobs.ts'

/** What a job does; it may run more than once and must then change nothing. */
export type JobHandlers = { [N in JobName]: (payload: JobPayloads[N]) => Promise<void> }

const QUEUE_OPTIONS = {
  // Closing a room must outlive an outage of LiveKit: 12 tries with doubled waiting reach over an hour.
  retryLimit: 12,
  retryDelay: 1,
  retryBackoff: true,
  notify: true,
  expireInSeconds: 60,
  // A killed process's job is taken up again after 10 to 15 s (measured 13.5 s).
  heartbeatSeconds: 10,
}
const POLLING = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 }

const queues: readonly JobName[] = ['settle-room', 'tell-change', 'send-mails', 'promote-line']

export type Boss = { jobs: Jobs; work(handlers: JobHandlers): Promise<void>; stop(): Promise<void> }

/** The job queue in PostgreSQL (pg-boss), its tables and queues made where they are missing. */
export async function startBoss(databaseUrl: string, report: (error: Error) => void): Promise<Boss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    useListenNotify: true,
    max: 4,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  boss.on('error', report)
  await boss.start()
  for (const queue of queues) await boss.createQueue(queue, QUEUE_OPTIONS)
  return {
    jobs: {
      async send({ database }, name, payload, startAfter) {
        await boss.send(name, payload, { db: fromPrisma(database), startAfter })
      },
    },
    async work(handlers) {
      for (const queue of queues) await workOn(boss, queue, handlers[queue])
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 2_000 })
    },
  }
}

async function workOn<N extends JobName>(boss: PgBoss, queue: N, handle: JobHandlers[N]): Promise<void> {
  await boss.work<JobPayloads[N]>(queue, POLLING, async (jobs) => {
    for (const job of jobs) await handle(job.data)
  })
}
