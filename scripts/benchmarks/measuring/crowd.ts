import { type ChildProcess, fork } from 'node:child_process'
import { answerRequests, askProcess } from './ask-process.ts'
import { comeLast } from './come-last.ts'
import type { People } from './open-crowd.ts'
import type { Standing } from './page-without-browser.ts'

/** The process of open-crowd.ts: a few people stand in each of its own. */
const groups: ChildProcess[] = []

/** LiveKit's client for Node wakes every room of its process at every event of any of them. */
const PEOPLE_IN_A_PROCESS = 5

comeLast()

answerRequests(async (request: People | 'standings' | 'leave') => {
  if (request === 'standings') return (await askAll<Standing[]>('standings')).flat()
  if (request === 'leave') return askAll<string>('leave')
  return enter(request)
})

async function enter({ people, publishing, ...where }: People): Promise<string> {
  for (let from = 0; from < people.length; from += PEOPLE_IN_A_PROCESS) {
    const child = fork(new URL('./crowd-group.ts', import.meta.url), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const group: People = {
      ...where,
      people: people.slice(from, from + PEOPLE_IN_A_PROCESS),
      publishing: Math.max(0, publishing - from),
    }
    await askProcess(child, group)
    groups.push(child)
  }
  return 'inside'
}

function askAll<Answer>(request: string): Promise<Answer[]> {
  return Promise.all(groups.map((child) => askProcess<Answer>(child, request)))
}
