import { dispose } from '@livekit/rtc-node'
import { listenAs } from './ask-as.ts'
import { clock } from './delays.ts'
import type { Ears, Report } from './open-ears.ts'
import { openPageWithoutBrowser, type PageWithoutBrowser } from './page-without-browser.ts'

/** The process of open-ears.ts: it answers each request with one message. */
const heard: Omit<Report, 'standing'> = { hands: [], notices: [], inserts: [] }
let page: PageWithoutBrowser | null = null

process.on('message', async (request: Ears | 'report' | 'leave') => {
  if (request === 'report') process.send?.({ ...heard, standing: page?.standing() })
  else if (request === 'leave') process.send?.(await leave())
  else process.send?.(await open(request))
})

// Also where whoever started it is gone.
process.on('disconnect', () => process.exit())

async function open({ baseUrl, plainUrl, sessionId, trainer, students }: Ears): Promise<string> {
  page = await openPageWithoutBrowser(baseUrl, sessionId, trainer)
  page.follower.on('change', (change) => {
    if (change.kind === 'hand-raised') heard.hands.push({ name: change.hand.userId, at: clock() })
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
