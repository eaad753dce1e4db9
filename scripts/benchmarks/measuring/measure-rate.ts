import { Agent, request } from 'node:http'

type Concurrency = { connections: number; durationMs: number }

type Load = Concurrency & {
  url: string
  /** Called for each request. */
  headers?: () => Record<string, string>
}

/** Sends POST requests repeatedly on keep-alive connections; returns finished requests per second. */
export async function measureRate({ url, headers = () => ({}), ...crowd }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: crowd.connections })
  const rate = await repeat(() => post(url, headers(), agent), crowd)
  agent.destroy()
  return rate
}

/** Runs `once` repeatedly with the given concurrency; returns runs per second. */
export async function repeat(
  once: () => Promise<unknown>,
  { connections, durationMs }: Concurrency,
): Promise<number> {
  const begun = performance.now()
  const end = begun + durationMs
  let finished = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        await once()
        finished += 1
      }
    }),
  )
  return (finished * 1000) / (performance.now() - begun)
}

function post(url: string, headers: Record<string, string>, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`))
      response.on('end', resolve)
      response.resume()
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Median of an odd number of figures. */
export function median(figures: number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN
}

/** Figures without decimals, in the given order. */
export function rounded(figures: number[]): string {
  return figures.map((figure) => Math.round(figure)).join(' ')
}
