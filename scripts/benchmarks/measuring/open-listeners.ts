import { fork } from 'node:child_process'
import { callProcess } from './call-process.ts'
import type { Observation } from './delays.ts'
import type { RoomSnapshot } from './headless-client.ts'

type Person = { id: string; credential: string }

/** The listening pages: the trainer's in the room, the students' for notices, and one for bare inserts. */
export type ListenersRequest = {
  baseUrl: string
  plainUrl: string
  sessionId: string
  trainer: Person
  students: Person[]
}

/** Observations by kind of event, and the state of the trainer's page. */
export type Report = {
  hands: Observation[]
  notices: Observation[]
  inserts: Observation[]
  snapshot: RoomSnapshot
}

/** Listening pages in a separate process, so that the acting process does not delay them. */
export async function openListeners(ears: ListenersRequest) {
  const child = fork(new URL('./listeners.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await callProcess(child, ears)
  return {
    report: () => callProcess<Report>(child, 'report'),
    async close(): Promise<void> {
      await callProcess(child, 'leave')
      child.disconnect()
    },
  }
}
