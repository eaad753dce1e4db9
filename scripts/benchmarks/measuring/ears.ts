import { dispose } from '@livekit/rtc-node'
import { listenAs } from './ask-as.ts'
import { answerRequests } from './ask-process.ts'
import { clock } from './delays.ts'
import type { Ears, Report } from './open-ears.ts'
import { openPageWithoutBrowser, type PageWithoutBrowser } from './page-without-browser.ts'

/** The process of open-ears.ts. */
const heard: Omit<Report, 'standing'> = { hands: [], notices: [], inserts: [] }
let page: PageWithoutBrowser | null = null

answerRequests(async (request: Ears | 'report' | 'leave') => {
  if (request === 'report') return { ...heard, standing: page?.standing() }
  if (request === 'leave') return leave()
  return open(request)
})

async function open({ baseUrl, plainUrl, sessionId, trainer, students }: Ears): Promise<string> {
  page = await openPageWithoutBrowser(baseUrl, sessionId, trainer)
  page.follower.on('change', (change) => {
    if (change.kind === 'hand_raised') heard.hands.push({ name: change.hand.userId, at: clock() })
  })
  void listenAs(trainer, `${plainUrl}/events`, (id) => heard.inserts.push({ name: id, at: clock() }))
  for (const { id, credential } of students) {
    void listenAs({ credential }, `${baseUrl}/api/v1/events`, (news) => {
      if (JSON.parse(news).kind === 'notices') heard.notices.push({ name: id, at: clock() })
    })
  }
  return 'listening'
}

async function leave(): Promise<string> {
  await page?.leave()
  await dispose()
  return 'left'
}
