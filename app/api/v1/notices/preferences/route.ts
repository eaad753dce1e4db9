import { route } from '#lib/http/route.ts'
import { changePreferencesEndpoint, findPreferencesEndpoint } from '#lib/notices/api.ts'
import { changePreferences, findPreferences } from '#lib/notices/preferences.ts'

export const GET = route(findPreferencesEndpoint, findPreferences)
export const PATCH = route(changePreferencesEndpoint, changePreferences)
