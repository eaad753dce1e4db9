import { createServer } from 'node:net'
import { errorCode } from './process.ts'

export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => (errorCode(error) === 'EADDRINUSE' ? resolve(false) : reject(error)))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** First free port from the given port upwards. */
export async function nextFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 200; port++) if (await isPortFree(port)) return port
  throw new Error(`No free port between ${from} and ${from + 199}`)
}

// Below Linux's range for outgoing connections (32768 and up): a client that retries a port without a listener can
// get that port as its own source port and then occupy it.
const LOWEST = 20_000
const HIGHEST = 32_000

/** Distinct ports that are free right now. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>()
  while (found.size < count) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    if (await isPortFree(port)) found.add(port)
  }
  return [...found]
}
