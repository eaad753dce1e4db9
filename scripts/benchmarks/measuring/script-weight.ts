import type { BrowserContext, Page } from '@playwright/test'

/** JavaScript that a page loads: bytes by address, compressed as transferred, without HTTP headers. */
export type ScriptWeight = Map<string, number>

/** Counts scripts from now on; read the map once the page has loaded. */
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

/** The sum in kB (1,000 bytes). */
export function kilobytes(weight: ScriptWeight): number {
  return [...weight.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000
}
