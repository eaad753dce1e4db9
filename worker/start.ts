import 'server-only'
import { applyMediaEvents } from '#lib/attendance/apply-media-events.ts'
import { forgetOldAudit } from '#lib/audit/forget-old-audit.ts'
import { forgetHalls } from '#lib/classroom/hall/forget-halls.ts'
import { listenToChannel } from '#lib/database/listen.ts'
import { answerWebhook } from '#lib/http/webhook-endpoint.ts'
import { onWebhook } from '#lib/http/webhook-server.ts'
import { forgetExpired } from '#lib/identity/sign-in/forget-expired.ts'
import { startBoss } from '#lib/jobs/boss.ts'
import { forgetOldNotices } from '#lib/notices/forget-old-notices.ts'
import { sendMails } from '#lib/notices/mail/send-mails.ts'
import { remind } from '#lib/notices/remind.ts'
import { NEWS_CHANNEL } from '#lib/page-events/bulletin.ts'
import { openStreams } from '#lib/page-events/open-streams.ts'
import { type Application, application, systemContext } from '#lib/process/application.ts'
import { confirmInstallation, OtherSecret } from '#lib/process/confirm-installation.ts'
import { completeOverdueSessions } from '#lib/sessions/lifecycle/complete-overdue-sessions.ts'
import { followZoneData } from '#lib/sessions/series/follow-zone-data.ts'
import { startEventLoop } from './event-loop.ts'
import { every } from './every.ts'
import { handlers } from './handlers.ts'
import { onBeat } from './on-beat.ts'
import { contextOfBeat, ROOM_BEAT_MS, roomWorks } from './room-works.ts'

const SECOND = 1000

/**
 * Starts what goes on beside requests: jobs, news, reconciliation. Each survives an outage of what it needs; where
 * the database answers, requests are served and jobs can be sent once this is done.
 */
export async function startWorker(): Promise<void> {
  onWebhook(answerWebhook)
  await startJobs().catch(() => {})
  const streams = openStreams()
  const stopListening = listenToChannel(application().configuration.directDatabaseUrl, NEWS_CHANNEL, {
    onNotice: (payload) => void streams.pass(payload).catch(() => streams.announceReady()),
    onListening: () => void streams.announceReady(),
  })
  const ticks = [
    startEventLoop(() => applyMediaEvents(systemContext())),
    onBeat(ROOM_BEAT_MS, contextOfBeat, roomWorks),
    every(30 * SECOND, 'complete overdue sessions', () => completeOverdueSessions(systemContext())),
    every(30 * SECOND, 'send mails', () => sendMails(systemContext())),
    every(30 * SECOND, 'remind of classes', () => remind(systemContext())),
    every(60 * SECOND, 'forget screens of rooms', () => forgetHalls(systemContext())),
    every(3600 * SECOND, 'forget old notices', () => forgetOldNotices(systemContext())),
    every(3600 * SECOND, 'forget what has run out', () => forgetExpired(systemContext())),
    every(3600 * SECOND, 'forget the old audit trail', () => forgetOldAudit(systemContext())),
    every(24 * 3600 * SECOND, 'follow changed time zones', () => followZoneData(systemContext())),
    every(2 * SECOND, 'start the job queue', startJobs),
  ]
  const stop = () => {
    stopListening()
    for (const end of ticks) end()
    streams.closeAll()
    void closeConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** Open connections would hold the process; requests under way are through when the jobs are. */
async function closeConnections(): Promise<void> {
  const { boss, database } = application()
  await boss?.stop().catch(() => {})
  await database.$disconnect()
}

async function startJobs(): Promise<void> {
  const holder = application()
  if (holder.boss) return
  if (!holder.confirmed) await confirmOrEnd(holder)
  const boss = await startBoss(holder.configuration.directDatabaseUrl, (error) =>
    console.warn('Jobs:', error.message),
  )
  await boss.work(handlers)
  holder.boss = boss
}

/** Ends the process where its secret is not the one of the other instances: a retry would not change that. */
async function confirmOrEnd(holder: Application): Promise<void> {
  try {
    await confirmInstallation(holder, holder.configuration)
    holder.confirmed = true
  } catch (error) {
    if (!(error instanceof OtherSecret)) throw error
    console.error(`✗ ${error.message}`)
    process.exit(1)
  }
}
