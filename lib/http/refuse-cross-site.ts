import 'server-only'
import { Refusal } from '#lib/kernel/refusal.ts'
import { application } from '#lib/process/application.ts'

type Sent = { method: string; headers: Pick<Headers, 'get' | 'has'> }

/**
 * Refuses requests that another site caused a signed-in browser to send. Browsers report it in Sec-Fetch-Site,
 * older browsers in Origin, which must be the origin of PUBLIC_URL. A client that sends neither is not a browser
 * and has no cookie that it was not given.
 * @throws Refusal `forbidden`
 */
export function refuseCrossSite({ method, headers }: Sent): void {
  if (method === 'GET' || headers.has('authorization')) return
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const ours = site
    ? site === 'same-origin' || site === 'none'
    : origin === null || origin === application().configuration.publicUrl.origin
  if (!ours) throw new Refusal('forbidden', 'crossSite')
}
