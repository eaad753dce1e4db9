import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** Sends a request to a child process and returns its answer. @throws Error if the process exits instead */
export async function callProcess<Answer>(child: ChildProcess, request: object | string): Promise<Answer> {
  const ended = new AbortController()
  const answer = once(child, 'message', { signal: ended.signal })
  const exit = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`A process that was asked ended with ${code}`)
  })
  child.send(request)
  const [answered] = await Promise.race([answer, exit]).finally(() => {
    exit.catch(() => {})
    answer.catch(() => {})
    ended.abort()
  })
  return answered
}

/** Serves requests inside the child process. Exits when the parent disconnects. */
export function serveProcess<Request>(answer: (request: Request) => Promise<object | string>): void {
  process.on('message', async (request: Request) => process.send?.(await answer(request)))
  process.on('disconnect', () => process.exit())
}
