import 'server-only'
import { cookies } from 'next/headers'
import { timeZone } from '#lib/kernel/fields.ts'

/** The zone from the browser's cookie; null if the cookie is missing or names an unknown zone. */
export async function browserZone(): Promise<string | null> {
  return timeZone.safeParse((await cookies()).get('time-zone')?.value).data ?? null
}
