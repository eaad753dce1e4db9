import 'server-only'
import { applyMediaEvents } from '#lib/attendance/apply-media-events.ts'
import { deleteOldAuditEvents } from '#lib/audit/delete-old-audit-events.ts'
import { deleteOldRoomDisplays } from '#lib/classroom/room-display/delete-old-room-displays.ts'
import { listenToChannel } from '#lib/database/listen.ts'
import { answerWebhook } from '#lib/http/webhook-endpoint.ts'
import { onWebhook } from '#lib/http/webhook-server.ts'
import { deleteExpiredRecords } from '#lib/identity/sign-in/delete-expired-records.ts'
import { startBoss } from '#lib/jobs/boss.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/kernel/durations.ts'
import { deleteOldNotices } from '#lib/notices/delete-old-notices.ts'
import { sendEmails } from '#lib/notices/mail/send-emails.ts'
import { sendSessionReminders } from '#lib/notices/send-session-reminders.ts'
import { PAGE_EVENTS_CHANNEL } from '#lib/page-events/event-envelope.ts'
import { pageStreams } from '#lib/page-events/page-streams.ts'
import { type Application, application, systemContext } from '#lib/process/application.ts'
import { confirmInstallation, SecretMismatch } from '#lib/process/confirm-installation.ts'
import { completeOverdueSessions } from '#lib/sessions/lifecycle/complete-overdue-sessions.ts'
import { applyZoneChanges } from '#lib/sessions/series/apply-zone-changes.ts'
import { startEventLoop } from './event-loop.ts'
import { handlers } from './handlers.ts'
import { repeatEvery } from './repeat-every.ts'
import { createTickContext, ROOM_TICK_MS, roomTasks } from './room-tasks.ts'
import { startTicker } from './ticker.ts'

/**
 * Starts the background work: jobs, page events, reconciliation. Each part survives an outage of its dependencies.
 * If the database responds, requests are served and jobs can be sent once this resolves.
 */
export async function startWorker(): Promise<void> {
  onWebhook(answerWebhook)
  await startJobs().catch(() => {})
  const streams = pageStreams()
  const stopListening = listenToChannel(application().configuration.directDatabaseUrl, PAGE_EVENTS_CHANNEL, {
    onNotification: (payload) => void streams.forward(payload).catch(() => streams.announceReady()),
    onListening: () => void streams.announceReady(),
  })
  const stopFunctions = [
    startEventLoop(() => applyMediaEvents(systemContext())),
    startTicker(ROOM_TICK_MS, createTickContext, roomTasks),
    repeatEvery(30 * SECOND_MS, 'complete overdue sessions', () => completeOverdueSessions(systemContext())),
    repeatEvery(30 * SECOND_MS, 'send mails', () => sendEmails(systemContext())),
    repeatEvery(30 * SECOND_MS, 'remind of classes', () => sendSessionReminders(systemContext())),
    repeatEvery(MINUTE_MS, 'delete old room displays', () => deleteOldRoomDisplays(systemContext())),
    repeatEvery(HOUR_MS, 'forget old notices', () => deleteOldNotices(systemContext())),
    repeatEvery(HOUR_MS, 'forget what has run out', () => deleteExpiredRecords(systemContext())),
    repeatEvery(HOUR_MS, 'forget the old audit trail', () => deleteOldAuditEvents(systemContext())),
    repeatEvery(DAY_MS, 'follow changed time zones', () => applyZoneChanges(systemContext())),
    repeatEvery(2 * SECOND_MS, 'start the job queue', startJobs),
  ]
  const stop = () => {
    stopListening()
    for (const end of stopFunctions) end()
    streams.closeAll()
    void closeConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** Open connections would keep the process alive; running requests have ended when the jobs have. */
async function closeConnections(): Promise<void> {
  const { boss, database } = application()
  await boss?.stop().catch(() => {})
  await database.$disconnect()
}

async function startJobs(): Promise<void> {
  const holder = application()
  if (holder.boss) return
  if (!holder.confirmed) await confirmInstallationOrExit(holder)
  const boss = await startBoss(holder.configuration.directDatabaseUrl, (error) =>
    console.warn('Jobs:', error.message),
  )
  await boss.work(handlers)
  holder.boss = boss
}

/** Ends the process if its secret differs from that of the other instances: a retry would not change that. */
async function confirmInstallationOrExit(holder: Application): Promise<void> {
  try {
    await confirmInstallation(holder, holder.configuration)
    holder.confirmed = true
  } catch (error) {
    if (!(error instanceof SecretMismatch)) throw error
    console.error(`✗ ${error.message}`)
    process.exit(1)
  }
}
