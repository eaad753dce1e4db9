import { fork } from 'node:child_process'
import { callProcess } from './call-process.ts'
import type { RoomSnapshot } from './headless-client.ts'

/** Participants of a room; the publishers come first. */
export type ParticipantsRequest = {
  baseUrl: string
  sessionId: string
  people: { id: string; credential: string }[]
  /** Number of participants with a camera. */
  publishing: number
}

export type Participants = Awaited<ReturnType<typeof openParticipants>>

/** Many participants in one room, in a separate process session with lower priority than all others. */
export async function openParticipants(people: ParticipantsRequest) {
  const child = fork(new URL('./participants.ts', import.meta.url), {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await callProcess(child, people)
  return {
    standings: () => callProcess<RoomSnapshot[]>(child, 'snapshots'),
    async leave(): Promise<void> {
      await callProcess(child, 'leave')
      child.disconnect()
    },
  }
}
