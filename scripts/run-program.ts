import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { atEnd } from './ending.ts'

const root = join(import.meta.dirname, '..')

export type Outcome = { code: number; output: string }

type RunOptions = {
  env?: Record<string, string | undefined>
  /** Shown as it comes, instead of being kept. */
  show?: boolean
}

/** Runs a program of node_modules/.bin on the Node that runs us, and waits for its end. */
export async function runPackage(
  name: string,
  args: string[],
  { env, show }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, 'node_modules/.bin', name), ...args], {
    cwd: root,
    env: { ...process.env, ...env, NODE_CHANNEL_FD: undefined },
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  atEnd(async () => child.kill('SIGTERM'))
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const [code] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : 1, output }
}
