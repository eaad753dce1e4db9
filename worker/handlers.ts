import 'server-only'
import { settleRoom } from '#lib/classroom/entry/settle-room.ts'
import type { JobHandlers } from '#lib/jobs/boss.ts'
import { sendMails } from '#lib/notices/mail/send-mails.ts'
import { systemContext } from '#lib/process/application.ts'
import { tellChange } from '#lib/sessions/changes/tell-change.ts'
import { promoteSession } from '#lib/sessions/seats/promote-freed.ts'

/** What each job does. */
export const handlers: JobHandlers = {
  'settle-room': (payload) => settleRoom(systemContext(), payload),
  'send-mails': () => sendMails(systemContext()),
  'tell-change': (payload) => tellChange(systemContext(), payload),
  'promote-line': (payload) => promoteSession(systemContext(), payload),
}
