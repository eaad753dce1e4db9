'use server'

import { runAction } from '#lib/http/run-action.ts'
import {
  changeUserEndpoint,
  createUserEndpoint,
  eraseUserEndpoint,
  invitePeopleEndpoint,
  resendInvitationEndpoint,
  revokeInvitationEndpoint,
  sendPasswordResetEndpoint,
} from '#lib/people/api.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { createUser } from '#lib/people/create-user.ts'
import { eraseUser } from '#lib/people/erase-user.ts'
import { invitePeople } from '#lib/people/invite-people.ts'
import { resendInvitation } from '#lib/people/resend-invitation.ts'
import { revokeInvitation } from '#lib/people/revoke-invitation.ts'
import { sendPasswordReset } from '#lib/people/send-password-reset.ts'

export async function createPerson(input: unknown) {
  return runAction(createUserEndpoint, createUser, input)
}

export async function changePerson(input: unknown) {
  return runAction(changeUserEndpoint, changeUser, input)
}

export async function erasePerson(input: unknown) {
  return runAction(eraseUserEndpoint, eraseUser, input)
}

export async function sendInvitations(input: unknown) {
  return runAction(invitePeopleEndpoint, invitePeople, input)
}

export async function resendPersonInvitation(input: unknown) {
  return runAction(resendInvitationEndpoint, resendInvitation, input)
}

export async function revokePersonInvitation(input: unknown) {
  return runAction(revokeInvitationEndpoint, revokeInvitation, input)
}

export async function sendResetLink(input: unknown) {
  return runAction(sendPasswordResetEndpoint, sendPasswordReset, input)
}
