import { z } from 'zod'
import { ifRevision, revision } from '#lib/edit-conflicts/revision.ts'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { asSent, type FieldFault, line, searched, sentInstant, timeZone } from '#lib/kernel/fields.ts'
import { userId } from '#lib/kernel/ids.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { LONGEST } from '#lib/kernel/text-limits.ts'
import { EMAIL_PATTERN, hasAsciiLocalPart, storedEmail } from './stored-email.ts'

export const role = z.enum(['ADMIN', 'TRAINER', 'STUDENT'])

const SHORTEST_PASSWORD = 8

export const newPassword = asSent(LONGEST.newPassword)
  .min(SHORTEST_PASSWORD, 'passwordTooShort' satisfies FieldFault)
  // A NUL ends the text for some libraries.
  .refine((value) => !value.includes('\0'), 'unkeepable' satisfies FieldFault)

/** An e-mail address in its stored form. Its domain may be international, its local part is ASCII. */
export const email = asSent(1024)
  .refine(hasAsciiLocalPart, { error: 'localPartNotAscii' satisfies FieldFault, abort: true })
  .overwrite(storedEmail)
  .max(LONGEST.email, 'tooLong' satisfies FieldFault)
  .pipe(z.email({ pattern: EMAIL_PATTERN, error: 'notAnEmail' satisfies FieldFault }))

/** What is typed at sign-in; anything may be tried, so that a refusal says nothing about the e-mail. */
export const signInInput = z.object({
  email: asSent(LONGEST.email).overwrite(storedEmail),
  password: asSent(LONGEST.triedPassword),
})

/** What the web's form sends. `keep` is missing where no choice was offered. */
export const webSignInInput = signInInput.extend({ keep: z.stringbool().optional() })

export const person = z
  .object({ id: userId, name: z.string(), email: z.string(), role })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof person>

const standingInvitation = z.object({
  state: z
    .enum(['open', 'ran-out', 'none'])
    .meta({ description: '`none`: was never invited, or it was taken back' }),
  expiresAt: sentInstant.nullable(),
  sentAt: sentInstant.nullable(),
  link: z.string().nullable().meta({ description: 'Sets their password, while it is open' }),
})
export type StandingInvitation = z.infer<typeof standingInvitation>

/** Somebody as admins see them. */
export const managedPerson = person
  .extend({
    disabled: z.boolean(),
    erased: z.boolean().meta({ description: 'Only their history is left, under this pseudonym' }),
    invitation: standingInvitation.nullable().meta({ description: 'null for who has a password' }),
    revision,
  })
  .meta({ id: 'ManagedPerson' })
export type ManagedPerson = z.infer<typeof managedPerson>

export const listedPerson = managedPerson
  .extend({ classes: z.array(z.string()) })
  .meta({ id: 'ListedPerson' })
export type ListedPerson = z.infer<typeof listedPerson>

export const issueTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/auth/token',
  access: 'public',
  summary: 'Sign in from a mobile app',
  body: signInInput.extend({
    deviceId: line(200)
      .optional()
      .meta({ description: 'The `deviceId` of an earlier sign-in on this device' }),
    // A zone that is newer than this server keeps nobody out.
    timeZone: timeZone.optional().catch(undefined).meta({
      description:
        "The device's IANA zone: it becomes the person's where they have none yet. One that is unknown here is left out",
    }),
  }),
  data: z.object({
    token: z.string(),
    expiresAt: sentInstant,
    user: person,
    deviceId: z.string().meta({
      description:
        'Keep it on the device and send it with the next sign-in: wrong guesses elsewhere then cannot block it',
    }),
  }),
  message: 'Signed in',
})

export const endTokenEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/auth/token',
  access: 'signed-in',
  summary: 'Sign out; the credential that was sent stops working at once',
  data: z.object({}),
  message: 'Signed out',
})

export const meEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/me',
  access: 'signed-in',
  summary: 'Who is signed in',
  data: person.extend({ timeZone: z.string().nullable(), locale: z.string() }),
  message: 'You',
})

export const createUserEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/users',
  access: 'signed-in',
  summary: 'Create a person; without a password they cannot sign in yet',
  body: z.object({ email, name: line(LONGEST.name), role, password: newPassword.optional() }),
  data: person,
  message: 'Person created',
  status: 201,
})

const peopleFilters = z.object({
  role: role.optional(),
  search: searched.optional(),
  invited: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .meta({ description: 'Only who was invited and is not here yet, or everybody else' }),
  sameName: z
    .literal('true')
    .transform(() => true)
    .optional()
    .meta({ description: 'Only people who share their name with another person, accents aside' }),
})

export const listPeopleEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/users',
  access: 'signed-in',
  summary: 'The people of the school, by name',
  query: pageQuery.extend(peopleFilters.shape),
  data: page(listedPerson),
  message: 'People',
})

export const eraseUserEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/users/{userId}/erase',
  access: 'signed-in',
  summary: 'Forget who somebody was, for good: their history stays under a pseudonym',
  params: z.object({ userId }),
  data: managedPerson,
  message: 'Person erased',
})

export const exportPeopleEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/admin/users.csv',
  access: 'signed-in',
  summary: 'The people of the school as a CSV file',
  query: peopleFilters,
  file: 'text/csv',
  fileName: 'people.csv',
})

const byId = z.object({ userId })

export const findUserEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/users/{userId}',
  access: 'signed-in',
  summary: 'One person',
  params: byId,
  data: managedPerson,
  message: 'Person',
})

export const changeUserEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/admin/users/{userId}',
  access: 'signed-in',
  summary: 'Change name or role, set a new password, or let somebody no longer sign in',
  params: byId,
  body: z
    .object({
      name: line(LONGEST.name),
      role,
      disabled: z.boolean().meta({
        description:
          'Can no longer sign in, and is put out of running rooms; sign-ins and links end for good',
      }),
      password: newPassword.meta({ description: 'Ends all their sign-ins' }),
    })
    .partial()
    .extend({ ifRevision }),
  data: managedPerson,
  message: 'Person changed',
})

export const changePasswordInput = z.object({ current: asSent(LONGEST.triedPassword), next: newPassword })
export const changeTimeZoneInput = z.object({ timeZone })
