import 'server-only'
import { reconcileRooms } from '#lib/classroom/entry/reconcile-rooms.ts'
import type { JobHandlers } from '#lib/jobs/boss.ts'
import { allSettledWithLimit } from '#lib/kernel/all-settled-with-limit.ts'
import { sendEmails } from '#lib/notices/mail/send-emails.ts'
import { systemContext } from '#lib/process/application.ts'
import { notifyOfChange } from '#lib/sessions/changes/notify-of-change.ts'
import { promoteWaitlistOf } from '#lib/sessions/seats/promote-after-commit.ts'

/** Each takes a connection of the pool, most of which requests need. */
const MAX_CONCURRENT = 3

/** The handler of each job. */
export const handlers: JobHandlers = {
  'reconcile-room': (payloads) => {
    const ids = payloads.map(({ sessionId }) => sessionId)
    return reconcileRooms(systemContext(), ids)
  },
  'send-mails': (payloads) => allSettledWithLimit(1, payloads, () => sendEmails(systemContext())),
  'notify-of-change': (payloads) =>
    allSettledWithLimit(MAX_CONCURRENT, payloads, (payload) => notifyOfChange(systemContext(), payload)),
  'promote-waitlist': (payloads) =>
    allSettledWithLimit(MAX_CONCURRENT, payloads, (payload) => promoteWaitlistOf(systemContext(), payload)),
}
