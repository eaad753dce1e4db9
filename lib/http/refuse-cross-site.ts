import 'server-only'
import { application } from '#lib/process/application.ts'
import { Refusal } from './refusal.ts'

/**
 * Refuses what another site made a signed-in browser send. Browsers say so in Sec-Fetch-Site, older ones in Origin;
 * a client that sends neither is no browser, and has no cookie that it was not given.
 * @throws Refusal `forbidden`
 */
export function refuseCrossSite(request: Request): void {
  if (request.method === 'GET' || request.headers.has('authorization')) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const ours = site
    ? site === 'same-origin' || site === 'none'
    : origin === null || isOwnOrigin(origin, request)
  if (!ours) throw new Refusal('forbidden', 'crossSite')
}

function isOwnOrigin(origin: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false
  const { publicUrl } = application().configuration
  return origin === publicUrl.origin || new URL(origin).host === request.headers.get('host')
}
