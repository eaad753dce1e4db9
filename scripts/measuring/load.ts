import { Agent, request } from 'node:http'

type Load = {
  url: string
  /** Asked for each request. */
  headers?: () => Record<string, string>
  connections: number
  durationMs: number
}

/** Posts to the address again and again on so many kept connections; answers the requests finished a second. */
export async function measureRate({
  url,
  headers = () => ({}),
  connections,
  durationMs,
}: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const end = performance.now() + durationMs
  let finished = 0
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        await post(url, headers(), agent)
        finished += 1
      }
    }),
  )
  agent.destroy()
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

/** The middle one of an odd number of figures. */
export function median(figures: number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN
}
