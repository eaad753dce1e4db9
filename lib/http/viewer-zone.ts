import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { browserZone } from './browser-zone.ts'

/**
 * The zone in which the viewer reads times: their account's, in which their mails are too. Until their first sign-in
 * from a browser or an app sets it, the browser's, or UTC.
 */
export async function viewerZone({ actor }: Context): Promise<string> {
  return actor.timeZone ?? (await browserZone()) ?? 'UTC'
}
