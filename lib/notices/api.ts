import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { noticeTopic } from './topics.ts'

/** The icon of a notice. */
export const noticeIcon = z.enum([
  'account',
  'enrolled',
  'planned',
  'moved',
  'trainer',
  'cancelled',
  'place',
  'reminder',
])
export type NoticeIconName = z.infer<typeof noticeIcon>

export const preferences = z.object({ mutedInApp: z.array(noticeTopic), mutedByMail: z.array(noticeTopic) })
export type Preferences = z.infer<typeof preferences>

export const findPreferencesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/notices/preferences',
  access: 'signed-in',
  summary: 'Your muted topics, in the application and by e-mail',
  data: preferences,
  message: 'Preferences',
})

export const changePreferencesEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/notices/preferences',
  access: 'signed-in',
  summary: 'Choose your muted topics; changes of your classes always appear in the application',
  body: preferences.partial(),
  data: preferences,
  message: 'Preferences changed',
})
