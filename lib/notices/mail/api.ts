import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { rawText } from '#lib/kernel/fields.ts'
import { noticeTopic } from '#lib/notices/topics.ts'

export const changeMailPreferenceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/mail-preferences/{key}',
  access: 'public',
  summary: 'Turn one kind of e-mail off or on by the key in it (RFC 8058)',
  params: z.object({ key: rawText(300) }),
  query: z.object({
    on: z
      .enum(['true', 'false'])
      .default('false')
      .transform((on) => on === 'true'),
  }),
  data: z.object({ topic: noticeTopic, on: z.boolean() }),
  message: 'Preference changed',
})
