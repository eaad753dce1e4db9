import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { browserZone } from './browser-zone.ts'

/**
 * The zone in which the viewer sees times: the zone of their account, which e-mails use too. Until the first
 * sign-in from a browser or an app sets it, the browser's zone, or UTC.
 */
export async function viewerZone({ actor }: Context): Promise<string> {
  return actor.timeZone ?? (await browserZone()) ?? 'UTC'
}
