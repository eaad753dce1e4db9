import { constants, setPriority } from 'node:os'
import { dispose } from '@livekit/rtc-node'
import { answerRequests } from './ask-process.ts'
import type { People } from './open-crowd.ts'
import { openPageWithoutBrowser, type PageWithoutBrowser } from './page-without-browser.ts'

/** The process of a few people of a crowd. */
const pages: PageWithoutBrowser[] = []

// What is measured comes first.
setPriority(constants.priority.PRIORITY_LOW)

answerRequests(async (request: People | 'standings' | 'leave') => {
  if (request === 'standings') return pages.map((page) => page.standing())
  if (request === 'leave') return leave()
  return enter(request)
})

async function enter({ baseUrl, sessionId, people, publishing }: People): Promise<string> {
  const opened = people.map((person) => openPageWithoutBrowser(baseUrl, sessionId, person))
  pages.push(...(await Promise.all(opened)))
  for (const page of pages.slice(0, publishing)) await page.publish()
  return 'inside'
}

async function leave(): Promise<string> {
  await Promise.all(pages.map((page) => page.leave()))
  await dispose()
  return 'left'
}
