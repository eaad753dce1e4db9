import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { askProcess } from './ask-process.ts'
import type { Standing } from './page-without-browser.ts'

/** What a group of a crowd is told to be. */
export type Group = {
  baseUrl: string
  sessionId: string
  people: { id: string; credential: string }[]
  /** How many of them show a camera. */
  publishing: number
}

/** LiveKit's client for Node wakes every room of its process at every event of any of them. */
const PEOPLE_IN_A_PROCESS = 5

export type Crowd = Awaited<ReturnType<typeof enterAsCrowd>>

/** Many people in one room, a few in each process; those who publish come first. */
export async function enterAsCrowd({ people, publishing, ...where }: Group) {
  const groups: ChildProcess[] = []
  const before = sessionPriority()
  setSessionPriority(constants.priority.PRIORITY_LOW)
  for (let from = 0; from < people.length; from += PEOPLE_IN_A_PROCESS) {
    const child = fork(new URL('./crowd-group.ts', import.meta.url), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const group: Group = {
      ...where,
      people: people.slice(from, from + PEOPLE_IN_A_PROCESS),
      publishing: Math.max(0, publishing - from),
    }
    await askProcess(child, group)
    groups.push(child)
  }
  return {
    async standings(): Promise<Standing[]> {
      return (await Promise.all(groups.map((child) => askProcess<Standing[]>(child, 'standings')))).flat()
    },
    async leave(): Promise<void> {
      await Promise.all(groups.map((child) => askProcess(child, 'leave')))
      for (const child of groups) child.disconnect()
      setSessionPriority(before)
    },
  }
}

/**
 * Linux shares time between sessions of processes first (man 7 sched, "The autogroup feature"), and the services run in
 * others: in class the crowd is on machines of its own, so they come first. Elsewhere nothing is set.
 */
const AUTOGROUP = '/proc/self/autogroup'

function sessionPriority(): number {
  const text = existsSync(AUTOGROUP) ? readFileSync(AUTOGROUP, 'utf8') : ''
  return Number(text.match(/nice (-?\d+)/)?.[1] ?? 0)
}

function setSessionPriority(priority: number): void {
  if (existsSync(AUTOGROUP)) writeFileSync(AUTOGROUP, String(priority))
}
