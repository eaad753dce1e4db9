import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether the process exists and is not a zombie. */
export function isRunning(pid: number | null): boolean {
  if (!pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
  return !isZombie(pid)
}

/** Whether the process's command line contains the text: a stored process id may have been reused. */
export function commandLineContains(pid: number, text: string): boolean {
  return isRunning(pid) && commandLine(pid).includes(text)
}

/** Sends the signals in turn, each after the timeout of the previous one, until the process has exited. */
export async function stopProcess(pid: number, signals: [NodeJS.Signals, afterMs: number][]): Promise<void> {
  for (const [signal, patience] of signals) {
    signalProcess(pid, signal)
    const deadline = Date.now() + patience
    while (isRunning(pid) && Date.now() < deadline) await sleep(20)
    if (!isRunning(pid)) return
  }
}

/** Sends a signal. No-op if the process no longer exists. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

export function readPid(path: string): number | null {
  if (!existsSync(path)) return null
  const pid = Number.parseInt(readFileSync(path, 'utf8'), 10)
  return Number.isInteger(pid) && pid > 1 ? pid : null
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  try {
    return /\) Z/.test(readFileSync(stat, 'utf8'))
  } catch {
    return existsSync('/proc/self/stat')
  }
}

function commandLine(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
