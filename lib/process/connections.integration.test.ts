import { expect, onTestFinished, test } from 'vitest'
import { listenToChannel } from '#lib/database/listen.ts'
import { startBoss } from '#lib/jobs/boss.ts'
import { PAGE_EVENTS_CHANNEL } from '#lib/page-events/event-envelope.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool } from '#scripts/testing/school.ts'

const idle = (payloads: unknown[]) => Promise.allSettled(payloads)

test('an instance under load uses 16 connections, as docs/operations.md says', async () => {
  const school = await createSchool()
  const boss = await startBoss(school.url, () => {})
  onTestFinished(boss.stop)
  await boss.work({
    'reconcile-room': idle,
    'notify-of-change': idle,
    'send-mails': idle,
    'promote-waitlist': idle,
  })
  const listening = Promise.withResolvers<void>()
  onTestFinished(
    listenToChannel(school.url, PAGE_EVENTS_CHANNEL, {
      onNotification: () => {},
      onListening: listening.resolve,
    }),
  )
  await listening.promise
  const most = new Map<string, number>()
  await eventually(async () => {
    const [rows] = await Promise.all([
      school.database.$queryRaw<{ name: string; count: number }[]>`
        SELECT split_part(application_name, ':', 1) AS "name", count(*)::integer AS "count"
        FROM pg_stat_activity WHERE datname = current_database() GROUP BY 1`,
      ...Array.from({ length: 30 }, () => school.database.$executeRaw`SELECT pg_sleep(0.02)`),
    ])
    for (const { name, count } of rows) most.set(name, Math.max(count, most.get(name) ?? 0))
    expect(Object.fromEntries(most)).toEqual({ 'koding-caravan': 10, 'koding-caravan events': 1, pgboss: 5 })
  })
})
