import { fork } from 'node:child_process'
import { askProcess } from './ask-process.ts'
import type { Heard } from './delays.ts'
import type { Standing } from './page-without-browser.ts'

type Person = { id: string; credential: string }

/** Whose pages hear: the trainer's in the room, the students' of their notices, and one of bare inserts. */
export type Ears = {
  baseUrl: string
  plainUrl: string
  sessionId: string
  trainer: Person
  students: Person[]
}

/** What came to them, by what it was about, and how the trainer's page stands. */
export type Report = { hands: Heard[]; notices: Heard[]; inserts: Heard[]; standing: Standing }

/** Pages in a process of their own, so that whoever acts does not keep them from hearing. */
export async function openEars(ears: Ears) {
  const child = fork(new URL('./ears.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await askProcess(child, ears)
  return {
    report: () => askProcess<Report>(child, 'report'),
    async close(): Promise<void> {
      await askProcess(child, 'leave')
      child.disconnect()
    },
  }
}
