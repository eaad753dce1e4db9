import { fork } from 'node:child_process'
import { callProcess } from './call-process.ts'
import type { RoomSnapshot } from './headless-client.ts'

/** People for a room; those who publish come first. */
export type ParticipantsRequest = {
  baseUrl: string
  sessionId: string
  people: { id: string; credential: string }[]
  /** How many of them show a camera. */
  publishing: number
}

export type Participants = Awaited<ReturnType<typeof openParticipants>>

/** Many people in one room. They are a session of processes of their own, which comes after every other. */
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
