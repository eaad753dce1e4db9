import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { connectDatabase } from '#lib/database/client.ts'
import { type Boss, startBoss } from '#lib/jobs/boss.ts'
import { connectTestMedia, createSchool, type School } from '#scripts/testing/school.ts'
import { createReadiness } from './readiness.ts'

const nothing = (payloads: unknown[]) => Promise.allSettled(payloads)
const handlers = {
  'reconcile-room': nothing,
  'notify-of-change': nothing,
  'send-mails': nothing,
  'promote-waitlist': nothing,
}

async function startJobs(school: School): Promise<Boss> {
  const boss = await startBoss(school.url, () => {})
  onTestFinished(boss.stop)
  await boss.work(handlers)
  return boss
}

const away = { ...connectTestMedia(), isAvailable: async () => false }

describe('an instance is ready', () => {
  test('when its database and its job queue work', async () => {
    const school = await createSchool()
    const holder = { database: school.database, media: connectTestMedia(), boss: await startJobs(school) }
    expect(await createReadiness(holder)()).toEqual({
      ready: true,
      database: true,
      jobs: true,
      degraded: [],
    })
  })

  test('while LiveKit is unavailable, and reports it', async () => {
    const school = await createSchool()
    const holder = { database: school.database, media: away, boss: await startJobs(school) }
    expect(await createReadiness(holder)()).toMatchObject({ ready: true, degraded: ['liveKit'] })
  })
})

describe('an instance is not ready', () => {
  test('before its job queue has started and after it has stopped', async () => {
    const school = await createSchool()
    const holder: Parameters<typeof createReadiness>[0] = {
      database: school.database,
      media: connectTestMedia(),
      boss: null,
    }
    const check = createReadiness(holder)
    expect(await check()).toMatchObject({ ready: false, database: true, jobs: false })
    holder.boss = await startJobs(school)
    expect(await check()).toMatchObject({ ready: true })
    await holder.boss.stop()
    expect(await check()).toMatchObject({ ready: false, database: true, jobs: false })
  })

  test('while its database is unavailable', async () => {
    const school = await createSchool()
    const check = createReadiness({
      database: connectDatabase('postgres://nobody@127.0.0.1:1/nowhere'),
      media: connectTestMedia(),
      boss: await startJobs(school),
    })
    expect(await check()).toMatchObject({ ready: false, database: false })
  })
})

test('while the database and LiveKit hang, each check is answered, and concurrent checks share one request', async () => {
  const school = await createSchool()
  const ask = vi.fn(() => new Promise<never>(() => {}))
  const check = createReadiness({
    database: { $queryRaw: ask } as never,
    media: { ...away, isAvailable: ask },
    boss: await startJobs(school),
  })
  const answers = await Promise.all([check(), check(), check()])
  const hanging = { ready: false, database: false, jobs: true, degraded: ['liveKit'] }
  expect(answers).toEqual([hanging, hanging, hanging])
  expect(ask).toHaveBeenCalledTimes(2)
})
