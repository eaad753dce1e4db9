import type { BrowserContext, Page } from '@playwright/test'

/** How much JavaScript a page loads, compressed as it travels and without HTTP headers: bytes by address. */
export type ScriptWeight = Map<string, number>

/** Counts scripts from now on; read the map when the page is where it should be. */
export async function weighScripts(context: BrowserContext, page: Page): Promise<ScriptWeight> {
  const weight: ScriptWeight = new Map()
  const scripts = new Map<string, { url: string; headers: number }>()
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, { url: response.url, headers: response.encodedDataLength })
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId)
    if (script) weight.set(script.url, encodedDataLength - script.headers)
  })
  return weight
}

/** The sum, in thousands of bytes. */
export function kilobytes(weight: ScriptWeight): number {
  return [...weight.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000
}
