import { z } from 'zod'
import { email, newPassword } from '#lib/identity/api.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { rawText, singleLine } from '#lib/kernel/fields.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

export const requestPasswordResetEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/auth/password-reset',
  access: 'public',
  summary: 'Request a password reset link; the answer is the same for every e-mail',
  body: z.object({ email }),
  data: z.object({}),
  message: 'If an account uses this e-mail, a link is on its way',
})

const byKey = z.object({ key: rawText(200) })

export const findLinkEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/auth/invitations/{key}',
  access: 'public',
  summary: 'State of an invitation or password reset link',
  params: byKey,
  data: z.object({
    purpose: z.enum(['invitation', 'reset']),
    state: z.enum(['open', 'used', 'replaced', 'expired', 'disabled']),
    holder: z
      .object({ name: z.string(), email: z.string() })
      .nullable()
      .meta({ description: 'The person the link is for; null unless it is open' }),
  }),
  message: 'Link',
})

export const acceptLinkEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/auth/invitations/{key}',
  access: 'public',
  summary: 'Set a password by an invitation or reset link; ends all sign-ins of the person',
  params: byKey,
  body: z.object({
    password: newPassword,
    name: singleLine(MAX_LENGTH.name).optional().meta({ description: 'Only used for invitations' }),
  }),
  data: z.object({ email: z.string() }),
  message: 'Password set',
})
