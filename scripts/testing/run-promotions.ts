import type { JobPayloads } from '#lib/jobs/jobs.ts'
import { promoteWaitlistOf } from '#lib/sessions/seats/promote-after-commit.ts'
import type { School } from './school.ts'

type Promotion = { name: 'promote-waitlist'; payload: JobPayloads['promote-waitlist'] }

/** Runs pending promotion jobs, and those that they send, like the worker. Other jobs stay in the list. */
export async function runPromotions({ sent, system }: School): Promise<void> {
  for (;;) {
    const jobs = sent.splice(0)
    sent.push(...jobs.filter((job) => !isPromotion(job)))
    const sessionIds = new Set(jobs.filter(isPromotion).map(({ payload }) => payload.sessionId))
    if (sessionIds.size === 0) return
    for (const sessionId of sessionIds) await promoteWaitlistOf(system(), { sessionId })
  }
}

function isPromotion(job: School['sent'][number]): job is Promotion {
  return job.name === 'promote-waitlist'
}
