import { dispose } from '@livekit/rtc-node'
import { serveProcess } from './call-process.ts'
import { clock } from './delays.ts'
import { type HeadlessClient, openHeadlessClient } from './headless-client.ts'
import type { ListenersRequest, Report } from './open-listeners.ts'
import { streamEventsAs } from './request-as.ts'

/** Child process of open-listeners.ts. */
const observed: Omit<Report, 'snapshot'> = { hands: [], notices: [], inserts: [] }
let page: HeadlessClient | null = null

serveProcess(async (request: ListenersRequest | 'report' | 'leave') => {
  if (request === 'report') return { ...observed, snapshot: page?.standing() }
  if (request === 'leave') return leave()
  return open(request)
})

async function open({ baseUrl, plainUrl, sessionId, trainer, students }: ListenersRequest): Promise<string> {
  page = await openHeadlessClient(baseUrl, sessionId, trainer)
  page.follower.on('change', (change) => {
    if (change.kind === 'hand_raised') observed.hands.push({ name: change.hand.userId, at: clock() })
  })
  void streamEventsAs(trainer, `${plainUrl}/events`, (id) => observed.inserts.push({ name: id, at: clock() }))
  for (const { id, credential } of students) {
    void streamEventsAs({ credential }, `${baseUrl}/api/v1/events`, (news) => {
      if (JSON.parse(news).kind === 'notices') observed.notices.push({ name: id, at: clock() })
    })
  }
  return 'listening'
}

async function leave(): Promise<string> {
  await page?.leave()
  await dispose()
  return 'left'
}
