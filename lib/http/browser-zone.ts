import 'server-only'
import { cookies } from 'next/headers'
import { timeZone } from '#lib/kernel/fields.ts'

/** The zone that the browser has told in its cookie; null where it has not, or names none that is known here. */
export async function browserZone(): Promise<string | null> {
  return timeZone.safeParse((await cookies()).get('time-zone')?.value).data ?? null
}
