import { constants, setPriority } from 'node:os'
import { dispose } from '@livekit/rtc-node'
import type { Group } from './crowd.ts'
import { openPageWithoutBrowser, type PageWithoutBrowser } from './page-without-browser.ts'

/** The process of a few people of a crowd: it answers each request of crowd.ts with one message. */
const pages: PageWithoutBrowser[] = []

// What is measured comes first.
setPriority(constants.priority.PRIORITY_LOW)

process.on('message', async (request: Group | 'standings' | 'leave') => {
  if (request === 'standings') process.send?.(pages.map((page) => page.standing()))
  else if (request === 'leave') process.send?.(await leave())
  else process.send?.(await enter(request))
})

// Also where whoever started it is gone.
process.on('disconnect', () => process.exit())

async function enter({ baseUrl, sessionId, people, publishing }: Group): Promise<number> {
  const opened = people.map((person) => openPageWithoutBrowser(baseUrl, sessionId, person))
  pages.push(...(await Promise.all(opened)))
  for (const page of pages.slice(0, publishing)) await page.publish()
  return pages.length
}

async function leave(): Promise<number> {
  await Promise.all(pages.map((page) => page.leave()))
  await dispose()
  return pages.length
}
