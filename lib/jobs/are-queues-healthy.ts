import type { WipData } from 'pg-boss'

/** Workers poll for a job every second. */
const LONGEST_SILENCE_MS = 15_000
/** A job times out after 60 s. */
const LONGEST_JOB_MS = 90_000

type WorkerFacts = Pick<WipData, 'name' | 'count' | 'createdOn' | 'lastFetchedOn'>

/**
 * Whether every queue has a worker that recently polled PostgreSQL and got a response, or that runs a job which it
 * got recently enough. Reads pg-boss's state in memory; times are in ms since 1970.
 */
export function areQueuesHealthy(queues: readonly string[], workers: WorkerFacts[], now: number): boolean {
  const isAlive = ({ count, createdOn, lastFetchedOn }: WorkerFacts) =>
    now - (lastFetchedOn ?? createdOn) < (count > 0 ? LONGEST_JOB_MS : LONGEST_SILENCE_MS)
  return queues.every((queue) => workers.some((worker) => worker.name === queue && isAlive(worker)))
}
