import { constants, setPriority } from 'node:os'
import { dispose } from '@livekit/rtc-node'
import { serveProcess } from './call-process.ts'
import { type HeadlessClient, openHeadlessClient } from './headless-client.ts'
import type { ParticipantsRequest } from './open-participants.ts'

/** Child process of participants.ts with a few of its participants. */
const pages: HeadlessClient[] = []

// The measured system gets priority.
setPriority(constants.priority.PRIORITY_LOW)

serveProcess(async (request: ParticipantsRequest | 'snapshots' | 'leave') => {
  if (request === 'snapshots') return pages.map((page) => page.standing())
  if (request === 'leave') return leave()
  return enter(request)
})

async function enter({ baseUrl, sessionId, people, publishing }: ParticipantsRequest): Promise<string> {
  const opened = people.map((person) => openHeadlessClient(baseUrl, sessionId, person))
  pages.push(...(await Promise.all(opened)))
  for (const page of pages.slice(0, publishing)) await page.publish()
  return 'inside'
}

async function leave(): Promise<string> {
  await Promise.all(pages.map((page) => page.leave()))
  await dispose()
  return 'left'
}
