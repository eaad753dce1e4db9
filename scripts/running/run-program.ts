import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onShutdown } from './shutdown.ts'

const root = join(import.meta.dirname, '../..')

export type Outcome = { code: number; output: string }

type RunOptions = {
  env?: Record<string, string | undefined>
  /** Streams the output to the terminal instead of capturing it. */
  show?: boolean
  /** The project copy to run in. */
  folder?: string
  /** Timeout in ms. */
  timeout?: number
}

/** Runs a program of node_modules/.bin with the current Node, and waits until it exits. */
export function runPackage(name: string, args: string[], options: RunOptions = {}): Promise<Outcome> {
  return runNode([join(options.folder ?? root, 'node_modules/.bin', name), ...args], options)
}

/** Runs Node with these arguments, and waits until it exits. */
export async function runNode(
  args: string[],
  { env, show, folder = root, timeout }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    timeout,
    env: { ...process.env, ...env, NODE_CHANNEL_FD: undefined },
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  onShutdown(async () => child.kill('SIGTERM'))
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const [code] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : 1, output }
}
