import { z } from 'zod'
import { ifRevision, revision } from '#lib/edit-conflicts/revision.ts'
import { email, newPassword, person, role } from '#lib/identity/api.ts'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { seatKinds } from '#lib/kernel/enums.ts'
import { type FieldFault, rawText, searchText, sentInstant, singleLine } from '#lib/kernel/fields.ts'
import { classId, sessionId, userId } from '#lib/kernel/ids.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

const latestInvitation = z.object({
  state: z
    .enum(['open', 'expired', 'none'])
    .meta({ description: '`none`: was never invited, or it was taken back' }),
  expiresAt: sentInstant.nullable(),
  sentAt: sentInstant.nullable(),
  link: z.string().nullable().meta({ description: 'Sets their password, while it is open' }),
})
export type LatestInvitation = z.infer<typeof latestInvitation>

/** Somebody as admins see them. */
export const managedPerson = person
  .extend({
    disabled: z.boolean(),
    erased: z.boolean().meta({ description: 'Only their history is left, under this pseudonym' }),
    invitation: latestInvitation.nullable().meta({ description: 'null for who has a password' }),
    revision,
  })
  .meta({ id: 'ManagedPerson' })
export type ManagedPerson = z.infer<typeof managedPerson>

export const listedPerson = managedPerson
  .extend({ classes: z.array(z.string()) })
  .meta({ id: 'ListedPerson' })
export type ListedPerson = z.infer<typeof listedPerson>

export const createUserEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/users',
  access: 'signed-in',
  summary: 'Create a person; without a password they cannot sign in yet',
  body: z.object({ email, name: singleLine(MAX_LENGTH.name), role, password: newPassword.optional() }),
  data: person,
  message: 'Person created',
  status: 201,
})

const peopleFilters = z.object({
  role: role.optional(),
  search: searchText.optional(),
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
      name: singleLine(MAX_LENGTH.name),
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

const MAX_AT_ONCE = 200

/** Why an address is left out: a key of messages/en/invitations.json, "faults". */
export const addressFault = z.enum(['not_an_email', 'local_part_not_ascii', 'other_role', 'disabled'])
export type AddressFault = z.infer<typeof addressFault>

export const invitedAddress = z.object({
  email: z.string(),
  userId: userId.nullable(),
  outcome: z
    .enum(['invited', 'known', 'invalid'])
    .meta({ description: '`known`: can sign in already, and was enrolled where a class was given' }),
  fault: addressFault.nullable(),
})
export type InvitedAddress = z.infer<typeof invitedAddress>

export const invitePeopleEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/invitations',
  access: 'signed-in',
  summary: 'Invite people by e-mail; each gets a link that sets a password, once, within 7 days',
  body: z
    .object({
      emails: z.array(rawText(320)).min(1).max(MAX_AT_ONCE),
      role,
      classId: classId.optional().meta({ description: 'Students are enrolled in it' }),
      kind: z.enum(seatKinds).optional().meta({ description: 'Where they usually sit' }),
      names: z
        .record(rawText(320), singleLine(MAX_LENGTH.name))
        .optional()
        .meta({ description: 'By address; whoever has none says it when they accept' }),
      allowOverlap: z.boolean().default(false),
    })
    .refine((body) => body.role === 'STUDENT' || !body.classId, {
      path: ['classId'],
      error: 'onlyStudentsEnrol' satisfies FieldFault,
    }),
  data: z.object({
    addresses: z
      .array(invitedAddress)
      .meta({ description: 'Each once, in the order in which they were sent' }),
    full: z
      .array(z.object({ sessionId, title: z.string(), startsAt: sentInstant }))
      .meta({ description: 'Sessions in which somebody found no seat' }),
  }),
  message: 'Invitations sent',
})

export const resendInvitationEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/users/{userId}/invitation',
  access: 'signed-in',
  summary: 'Invite somebody again; earlier links of theirs stop working',
  params: byId,
  data: managedPerson,
  message: 'Invitation sent',
})

export const revokeInvitationEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/users/{userId}/invitation',
  access: 'signed-in',
  summary: 'Take an invitation back; its link stops working',
  params: byId,
  data: managedPerson,
  message: 'Invitation taken back',
})

export const sendPasswordResetEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/users/{userId}/password-reset',
  access: 'signed-in',
  summary: 'Send somebody a link that sets a new password, once, within an hour',
  params: byId,
  data: managedPerson,
  message: 'Link sent',
})
