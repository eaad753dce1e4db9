import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { type Preferences, preferences } from './api.ts'
import { isAlwaysInApp } from './topics.ts'

const select = { mutedInApp: true, mutedByMail: true } as const

/** The actor's muted topics. */
export async function findPreferences({ database, actor }: Context): Promise<Preferences> {
  return preferences.parse(await database.user.findUniqueOrThrow({ where: { id: actor.id }, select }))
}

/** Changes the actor's muted topics; omitted values stay. */
export async function changePreferences(
  { database, actor }: Context,
  { mutedInApp, mutedByMail }: Partial<Preferences>,
): Promise<Preferences> {
  const data = {
    mutedInApp: mutedInApp && [...new Set(mutedInApp)].filter((topic) => !isAlwaysInApp(topic)),
    mutedByMail: mutedByMail && [...new Set(mutedByMail)],
  }
  return preferences.parse(await database.user.update({ where: { id: actor.id }, data, select }))
}
