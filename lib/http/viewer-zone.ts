import 'server-only'
import { cookies } from 'next/headers'
import type { Context } from '#lib/process/context.ts'
import { timeZone } from './fields.ts'

/** The zone in which the viewer reads times: their own setting, else their browser's, else UTC. */
export async function viewerZone({ actor }: Context): Promise<string> {
  if (actor.timeZone) return actor.timeZone
  const browser = timeZone.safeParse((await cookies()).get('time-zone')?.value)
  return browser.success ? browser.data : 'UTC'
}
