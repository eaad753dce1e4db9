import { type ChildProcess, fork } from 'node:child_process'
import { callProcess, serveProcess } from './call-process.ts'
import type { RoomSnapshot } from './headless-client.ts'
import { lowerPriority } from './lower-priority.ts'
import type { ParticipantsRequest } from './open-participants.ts'

/** Child process of open-participants.ts: each of its own children holds a few participants. */
const groups: ChildProcess[] = []

/** LiveKit's Node client wakes all rooms of its process at each event of any room. */
const PARTICIPANTS_PER_PROCESS = 5

lowerPriority()

serveProcess(async (request: ParticipantsRequest | 'snapshots' | 'leave') => {
  if (request === 'snapshots') return (await askAll<RoomSnapshot[]>('snapshots')).flat()
  if (request === 'leave') return askAll<string>('leave')
  return enter(request)
})

async function enter({ people, publishing, ...where }: ParticipantsRequest): Promise<string> {
  for (let from = 0; from < people.length; from += PARTICIPANTS_PER_PROCESS) {
    const child = fork(new URL('./participant-group.ts', import.meta.url), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const group: ParticipantsRequest = {
      ...where,
      people: people.slice(from, from + PARTICIPANTS_PER_PROCESS),
      publishing: Math.max(0, publishing - from),
    }
    await callProcess(child, group)
    groups.push(child)
  }
  return 'inside'
}

function askAll<Answer>(request: string): Promise<Answer[]> {
  return Promise.all(groups.map((child) => callProcess<Answer>(child, request)))
}
