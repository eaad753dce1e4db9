import { existsSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { dispose } from '@livekit/rtc-node'
import type { Group } from './crowd.ts'
import { openPageWithoutBrowser, type PageWithoutBrowser } from './page-without-browser.ts'

/** The process of a few people of a crowd: it answers each request of crowd.ts with one message. */
const pages: PageWithoutBrowser[] = []

/** Linux shares time between sessions of processes first (man 7 sched, "The autogroup feature"). */
const AUTOGROUP = '/proc/self/autogroup'

// In class these are other people's machines: they are the last to get what the services here leave.
setPriority(constants.priority.PRIORITY_LOW)
if (existsSync(AUTOGROUP)) writeFileSync(AUTOGROUP, String(constants.priority.PRIORITY_LOW))

process.on('message', async (request: Group | 'standings' | 'leave') => {
  if (request === 'standings') process.send?.(pages.map((page) => page.standing()))
  else if (request === 'leave') process.send?.(await leave())
  else process.send?.(await enter(request))
})

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
