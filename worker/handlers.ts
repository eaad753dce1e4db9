import 'server-only'
import { settleRooms } from '#lib/classroom/entry/settle-rooms.ts'
import type { JobHandlers } from '#lib/jobs/boss.ts'
import { atMostAtOnce } from '#lib/kernel/at-most-at-once.ts'
import { sendMails } from '#lib/notices/mail/send-mails.ts'
import { systemContext } from '#lib/process/application.ts'
import { tellChange } from '#lib/sessions/changes/tell-change.ts'
import { promoteSession } from '#lib/sessions/seats/promote-freed.ts'

/** Each takes a connection of the pool, of which requests need most. */
const MOST_AT_ONCE = 3

/** What each job does. */
export const handlers: JobHandlers = {
  'reconcile-room': (payloads) => {
    const ids = payloads.map(({ sessionId }) => sessionId)
    return settleRooms(systemContext(), ids)
  },
  'send-mails': (payloads) => atMostAtOnce(1, payloads, () => sendMails(systemContext())),
  'notify-of-change': (payloads) =>
    atMostAtOnce(MOST_AT_ONCE, payloads, (payload) => tellChange(systemContext(), payload)),
  'promote-waitlist': (payloads) =>
    atMostAtOnce(MOST_AT_ONCE, payloads, (payload) => promoteSession(systemContext(), payload)),
}
