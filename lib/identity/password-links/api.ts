import { z } from 'zod'
import { email, managedPerson, newPassword, role } from '#lib/identity/api.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { asSent, type FieldFault, line, sentInstant } from '#lib/kernel/fields.ts'
import { classId, sessionId, userId } from '#lib/kernel/ids.ts'
import { LONGEST } from '#lib/kernel/text-limits.ts'

const MOST_AT_ONCE = 200

/** Why an address is left out: a key of messages/en/invitations.json, "faults". */
export const addressFault = z.enum(['notAnEmail', 'localPartNotAscii', 'otherRole', 'disabled'])
export type AddressFault = z.infer<typeof addressFault>

export const invitedAddress = z.object({
  email: z.string(),
  userId: userId.nullable(),
  outcome: z
    .enum(['invited', 'known', 'at-fault'])
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
      emails: z.array(asSent(320)).min(1).max(MOST_AT_ONCE),
      role,
      classId: classId.optional().meta({ description: 'Students are enrolled in it' }),
      kind: z.enum(['online', 'room']).optional().meta({ description: 'Where they usually sit' }),
      names: z
        .record(asSent(320), line(LONGEST.name))
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

const byId = z.object({ userId })

export const inviteAgainEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/users/{userId}/invitation',
  access: 'signed-in',
  summary: 'Invite somebody again; earlier links of theirs stop working',
  params: byId,
  data: managedPerson,
  message: 'Invitation sent',
})

export const takeBackInvitationEndpoint = defineEndpoint({
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

export const requestPasswordResetEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/auth/password-reset',
  access: 'public',
  summary: 'Ask for a link that sets a new password; the answer is the same for every e-mail',
  body: z.object({ email }),
  data: z.object({}),
  message: 'If somebody signs in here with this e-mail, a link is on its way to it',
})

const byKey = z.object({ key: asSent(200) })

export const findLinkEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/auth/invitations/{key}',
  access: 'public',
  summary: 'How a link that sets a password stands',
  params: byKey,
  data: z.object({
    purpose: z.enum(['invitation', 'reset']),
    state: z.enum(['open', 'used', 'replaced', 'ran-out', 'disabled']),
    holder: z
      .object({ name: z.string(), email: z.string() })
      .nullable()
      .meta({ description: 'Whose it is, while it is open' }),
  }),
  message: 'Link',
})

export const acceptLinkEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/auth/invitations/{key}',
  access: 'public',
  summary: 'Set the password that a link is for; ends every sign-in of the person',
  params: byKey,
  body: z.object({
    password: newPassword,
    name: line(LONGEST.name).optional().meta({ description: 'Counts for invitations' }),
  }),
  data: z.object({ email: z.string() }),
  message: 'Password set',
})
