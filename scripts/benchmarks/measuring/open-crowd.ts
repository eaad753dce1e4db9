import { fork } from 'node:child_process'
import { askProcess } from './ask-process.ts'
import type { Standing } from './page-without-browser.ts'

/** People for a room; those who publish come first. */
export type People = {
  baseUrl: string
  sessionId: string
  people: { id: string; credential: string }[]
  /** How many of them show a camera. */
  publishing: number
}

export type Crowd = Awaited<ReturnType<typeof openCrowd>>

/** Many people in one room. They are a session of processes of their own, which comes after every other. */
export async function openCrowd(people: People) {
  const child = fork(new URL('./crowd.ts', import.meta.url), {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await askProcess(child, people)
  return {
    standings: () => askProcess<Standing[]>(child, 'standings'),
    async leave(): Promise<void> {
      await askProcess(child, 'leave')
      child.disconnect()
    },
  }
}
