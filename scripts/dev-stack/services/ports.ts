import { createServer } from 'node:net'
import { errorCode } from './process.ts'

export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => (errorCode(error) === 'EADDRINUSE' ? resolve(false) : reject(error)))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** The first free port from the given one upwards. */
export async function nextFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 200; port++) if (await isPortFree(port)) return port
  throw new Error(`No free port between ${from} and ${from + 199}`)
}

// Below where Linux begins to number outgoing connections (32768): a client that goes on trying a port on which
// nothing listens can be given that very number, and then holds the port itself.
const LOWEST = 20_000
const HIGHEST = 32_000

/** Ports that nothing uses at this moment, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>()
  while (found.size < count) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    if (await isPortFree(port)) found.add(port)
  }
  return [...found]
}
