import 'server-only'
import { fromPrisma, type Job, type JobResult, PgBoss } from 'pg-boss'
import { keepAliveOptions, LONGEST_SILENCE_MS } from '#lib/database/time-limits.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { areQueuesHealthy } from './are-queues-healthy.ts'
import type { JobName, JobPayloads, Jobs } from './jobs.ts'

/**
 * A handler receives the distinct payloads of a batch and returns an outcome for each, in the same order: jobs with
 * equal payloads run as one. Handlers must be idempotent, because a job may run more than once.
 */
export type JobHandlers = {
  [N in JobName]: (payloads: JobPayloads[N][]) => Promise<PromiseSettledResult<unknown>[]>
}

const QUEUE_OPTIONS = {
  // Closing a room must survive an outage of LiveKit: 12 retries with exponential backoff cover more than an hour.
  retryLimit: 12,
  retryDelay: 1,
  retryBackoff: true,
  notify: true,
  expireInSeconds: 60,
  // The job of a killed process is retried after 10 to 15 s (measured 13.5 s).
  heartbeatSeconds: 10,
}
const MAX_AT_ONCE = 50
const WORK_OPTIONS = {
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
  batchSize: MAX_AT_ONCE,
  // Batches of a backlog run without a pause.
  burstWhenBatchFull: true,
  perJobResults: true,
} as const
const NORMAL_PRIORITY = 1
const BACKGROUND_PRIORITY = 0

/** The queue's maintenance rebuilds indexes, which takes longer than a request's queries. In ms. */
const connectionLimits = {
  ...keepAliveOptions,
  statement_timeout: MINUTE_MS,
  idle_in_transaction_session_timeout: MINUTE_MS,
  query_timeout: LONGEST_SILENCE_MS,
}

const queues: readonly JobName[] = ['reconcile-room', 'notify-of-change', 'send-mails', 'promote-waitlist']

/** Also runs waiting jobs under the queue names used before 2026-12; remove this a year later. */
const formerNames: Partial<Record<JobName, string>> = {
  'reconcile-room': 'settle-room',
  'notify-of-change': 'tell-change',
  'promote-waitlist': 'promote-line',
}

export type Boss = {
  jobs: Jobs
  work(handlers: JobHandlers): Promise<void>
  /** Whether the queues are polled; false after a stop. */
  isHealthy(): boolean
  stop(): Promise<void>
}

/** The job queue in PostgreSQL (pg-boss); creates missing tables and queues. */
export async function startBoss(databaseUrl: string, report: (error: Error) => void): Promise<Boss> {
  const boss = new PgBoss({
    ...connectionLimits,
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
      async send({ database }, name, payloads, { startAfter, background = false } = {}) {
        const priority = background ? BACKGROUND_PRIORITY : NORMAL_PRIORITY
        const jobs = payloads.map((data) => ({ data, startAfter, priority }))
        if (jobs.length > 0) await boss.insert(name, jobs, { db: fromPrisma(database) })
      },
    },
    async work(handlers) {
      for (const queue of queues) await startWorkers(boss, queue, handlers[queue])
      for (const queue of queues) await workOnFormer(boss, queue, handlers[queue])
    },
    isHealthy: () => areQueuesHealthy(queues, boss.getWipData(), Date.now()),
    async stop() {
      await boss.stop({ graceful: true, timeout: 2_000 })
    },
  }
}

/**
 * Two workers take jobs of any priority, the most urgent first. Two more skip background jobs, so that a backlog
 * never delays the end of a class.
 */
async function startWorkers<N extends JobName>(
  boss: PgBoss,
  queue: N,
  handle: JobHandlers[N],
): Promise<void> {
  const work = (jobs: Job<JobPayloads[N]>[]) => runBatch(jobs, handle)
  await boss.work(queue, { ...WORK_OPTIONS, localConcurrency: 2 }, work)
  await boss.work(queue, { ...WORK_OPTIONS, localConcurrency: 2, minPriority: NORMAL_PRIORITY }, work)
}

async function workOnFormer<N extends JobName>(
  boss: PgBoss,
  queue: N,
  handle: JobHandlers[N],
): Promise<void> {
  const former = formerNames[queue]
  if (!former || !(await boss.getQueue(former))) return
  await boss.work(former, WORK_OPTIONS, (jobs: Job<JobPayloads[N]>[]) => runBatch(jobs, handle))
}

async function runBatch<P>(
  jobs: Job<P>[],
  handle: (payloads: P[]) => Promise<PromiseSettledResult<unknown>[]>,
): Promise<JobResult[]> {
  const byPayload = Map.groupBy(jobs, ({ data }) => JSON.stringify(data))
  const groups = [...byPayload.values()]
  const outcomes = await handle(groups.flatMap(([first]) => (first ? [first.data] : [])))
  return groups.flatMap((group, index) => group.map(({ id }) => ({ id, ...resultOf(outcomes[index]) })))
}

function resultOf(outcome: PromiseSettledResult<unknown> | undefined): Omit<JobResult, 'id'> {
  if (outcome?.status === 'fulfilled') return { status: 'completed' }
  return { status: 'failed', output: { message: String(outcome?.reason) } }
}
