import { fork } from 'node:child_process'
import { callProcess } from './call-process.ts'
import type { Observation } from './delays.ts'
import type { RoomSnapshot } from './headless-client.ts'

type Person = { id: string; credential: string }

/** Whose pages hear: the trainer's in the room, the students' of their notices, and one of bare inserts. */
export type ListenersRequest = {
  baseUrl: string
  plainUrl: string
  sessionId: string
  trainer: Person
  students: Person[]
}

/** What came to them, by what it was about, and how the trainer's page stands. */
export type Report = {
  hands: Observation[]
  notices: Observation[]
  inserts: Observation[]
  snapshot: RoomSnapshot
}

/** Pages in a process of their own, so that whoever acts does not keep them from hearing. */
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
