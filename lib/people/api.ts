import { z } from 'zod'
import { ifRevision, revision } from '#lib/edit-conflicts/revision.ts'
import { email, newPassword, person, role } from '#lib/identity/api.ts'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { seatKinds } from '#lib/kernel/enums.ts'
import { type FieldFault, rawText, searchText, sentInstant, singleLine } from '#lib/kernel/fields.ts'
import { classId, sessionId, userId } from '#lib/kernel/ids.ts'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

const latestInvitation = z.object({
  state: z
    .enum(['open', 'expired', 'none'])
    .meta({ description: '`none`: never invited, or the invitation was withdrawn' }),
  expiresAt: sentInstant.nullable(),
  sentAt: sentInstant.nullable(),
  link: z
    .string()
    .nullable()
    .meta({ description: 'The link that sets the password; null unless it is open' }),
})
export type LatestInvitation = z.infer<typeof latestInvitation>

/** A person as admins see them. */
export const managedPerson = person
  .extend({
    disabled: z.boolean(),
    erased: z.boolean().meta({ description: 'Only the history is left, under this pseudonym' }),
    invitation: latestInvitation
      .nullable()
      .meta({ description: 'null if the person has a password or is erased' }),
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
    .meta({ description: 'Only people with a pending invitation, or only the others' }),
  sameName: z
    .literal('true')
    .transform(() => true)
    .optional()
    .meta({ description: 'Only people who share their name with another person, ignoring accents' }),
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
  summary: 'Erase a person permanently; their history stays under a pseudonym',
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
  summary: "Change a person's name or role, set a new password, disable or enable them",
  params: byId,
  body: z
    .object({
      name: singleLine(MAX_LENGTH.name),
      role,
      disabled: z.boolean().meta({
        description:
          'The person cannot sign in and is removed from running rooms; sign-ins and links end permanently',
      }),
      password: newPassword.meta({ description: 'Ends all sign-ins of the person' }),
    })
    .partial()
    .extend({ ifRevision }),
  data: managedPerson,
  message: 'Person changed',
})

/** Why an address is skipped: a key of messages/en/invitations.json, "faults". */
export const addressFault = z.enum(['not_an_email', 'local_part_not_ascii', 'other_role', 'disabled'])
export type AddressFault = z.infer<typeof addressFault>

export const invitedAddress = z.object({
  email: z.string(),
  userId: userId.nullable(),
  outcome: z
    .enum(['invited', 'known', 'invalid'])
    .meta({ description: '`known`: can already sign in; enrolled if a class was given' }),
  fault: addressFault.nullable(),
})
export type InvitedAddress = z.infer<typeof invitedAddress>

export const invitePeopleEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/invitations',
  access: 'signed-in',
  summary: 'Invite people by e-mail; each gets a single-use link that sets a password, valid for 7 days',
  body: z
    .object({
      emails: z.array(rawText(320)).min(1).max(MAX_NUMBER.invited),
      role,
      classId: classId.optional().meta({ description: 'The class in which students are enrolled' }),
      kind: z.enum(seatKinds).optional().meta({ description: 'Usual seat kind of the students' }),
      names: z
        .record(rawText(320), singleLine(MAX_LENGTH.name))
        .optional()
        .meta({ description: 'Names by address; people without one enter it when they accept' }),
      allowOverlap: z.boolean().default(false),
    })
    .refine((body) => body.role === 'STUDENT' || !body.classId, {
      path: ['classId'],
      error: 'onlyStudentsEnrol' satisfies FieldFault,
    }),
  data: z.object({
    addresses: z
      .array(invitedAddress)
      .meta({ description: 'Each address once, in the order of the request' }),
    full: z
      .array(z.object({ sessionId, title: z.string(), startsAt: sentInstant }))
      .meta({ description: 'Sessions without enough seats for all students' }),
  }),
  message: 'Invitations sent',
})

export const resendInvitationEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/users/{userId}/invitation',
  access: 'signed-in',
  summary: 'Invite a person again; earlier links stop working',
  params: byId,
  data: managedPerson,
  message: 'Invitation sent',
})

export const revokeInvitationEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/users/{userId}/invitation',
  access: 'signed-in',
  summary: 'Withdraw an invitation; its link stops working',
  params: byId,
  data: managedPerson,
  message: 'Invitation withdrawn',
})

export const sendPasswordResetEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/users/{userId}/password-reset',
  access: 'signed-in',
  summary: 'Send a person a single-use password reset link, valid for an hour',
  params: byId,
  data: managedPerson,
  message: 'Link sent',
})
