import type { BrowserContext, Page } from '@playwright/test'

/** How much JavaScript a page loads, compressed, as it travels: bytes by address. */
export type ScriptWeight = Map<string, number>

/** Counts scripts from now on; read the map when the page is where it should be. */
export async function weighScripts(context: BrowserContext, page: Page): Promise<ScriptWeight> {
  const weight: ScriptWeight = new Map()
  const scripts = new Map<string, string>()
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, response.url)
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = scripts.get(requestId)
    if (url) weight.set(url, encodedDataLength)
  })
  return weight
}

/** The sum, in thousands of bytes. */
export function kilobytes(weight: ScriptWeight): number {
  return [...weight.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000
}
