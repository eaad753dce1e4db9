import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { roles } from '#lib/kernel/enums.ts'
import { type FieldFault, rawText, sentInstant, singleLine, timeZone } from '#lib/kernel/fields.ts'
import { userId } from '#lib/kernel/ids.ts'
import { MAX_LENGTH, MIN_PASSWORD_LENGTH } from '#lib/kernel/text-limits.ts'
import { EMAIL_PATTERN, hasAsciiLocalPart, normaliseEmail } from './normalise-email.ts'

export const role = z.enum(roles)

export const newPassword = rawText(MAX_LENGTH.newPassword)
  .min(MIN_PASSWORD_LENGTH, 'passwordTooShort' satisfies FieldFault)
  // A NUL ends the text for some libraries.
  .refine((value) => !value.includes('\0'), 'unkeepable' satisfies FieldFault)

/** An e-mail address in its stored form. Its domain may be international, its local part is ASCII. */
export const email = rawText(1024)
  .refine(hasAsciiLocalPart, { error: 'localPartNotAscii' satisfies FieldFault, abort: true })
  .overwrite(normaliseEmail)
  .max(MAX_LENGTH.email, 'tooLong' satisfies FieldFault)
  .pipe(z.email({ pattern: EMAIL_PATTERN, error: 'notAnEmail' satisfies FieldFault }))

/** Sign-in input. Any text is accepted, so that a refusal reveals nothing about the e-mail. */
export const signInInput = z.object({
  email: rawText(MAX_LENGTH.email).overwrite(normaliseEmail),
  password: rawText(MAX_LENGTH.triedPassword),
})

/** Input of the web sign-in form. `keep` is missing if the form did not offer the choice. */
export const webSignInInput = signInInput.extend({ keep: z.stringbool().optional() })

export const person = z
  .object({ id: userId, name: z.string(), email: z.string(), role })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof person>

export const issueTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/auth/token',
  access: 'public',
  summary: 'Sign in from a mobile app',
  body: signInInput.extend({
    deviceId: singleLine(200)
      .optional()
      .meta({ description: 'The `deviceId` of an earlier sign-in on this device' }),
    // A zone unknown to this server, such as a newer one, must not block the sign-in.
    timeZone: timeZone.optional().catch(undefined).meta({
      description:
        "The device's IANA time zone. Set for the person if they have none yet. Unknown zones are ignored",
    }),
  }),
  data: z.object({
    token: z.string(),
    expiresAt: sentInstant,
    user: person,
    deviceId: z.string().meta({
      description:
        'Store it on the device and send it with the next sign-in, so that failed attempts elsewhere cannot block it',
    }),
  }),
  message: 'Signed in',
})

export const endTokenEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/auth/token',
  access: 'signed-in',
  summary: 'Sign out; the credential of the request stops working at once',
  data: z.object({}),
  message: 'Signed out',
})

export const meEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/me',
  access: 'signed-in',
  summary: 'The signed-in user',
  data: person.extend({ timeZone: z.string().nullable(), locale: z.string() }),
  message: 'Signed-in user',
})

export const changePasswordInput = z.object({ current: rawText(MAX_LENGTH.triedPassword), next: newPassword })
export const changeTimeZoneInput = z.object({ timeZone })
