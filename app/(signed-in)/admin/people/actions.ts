'use server'

import { act } from '#lib/http/act.ts'
import { changeUserEndpoint, createUserEndpoint, eraseUserEndpoint } from '#lib/identity/api.ts'
import {
  inviteAgainEndpoint,
  invitePeopleEndpoint,
  sendPasswordResetEndpoint,
  takeBackInvitationEndpoint,
} from '#lib/identity/invitations/api.ts'
import { inviteAgain } from '#lib/identity/invitations/invite-again.ts'
import { invitePeople } from '#lib/identity/invitations/invite-people.ts'
import { sendPasswordReset } from '#lib/identity/invitations/send-password-reset.ts'
import { takeBackInvitation } from '#lib/identity/invitations/take-back-invitation.ts'
import { changeUser } from '#lib/identity/people/change-user.ts'
import { createUser } from '#lib/identity/people/create-user.ts'
import { eraseUser } from '#lib/identity/people/erase-user.ts'

export async function createPerson(input: unknown) {
  return act(createUserEndpoint, createUser, input)
}

export async function changePerson(input: unknown) {
  return act(changeUserEndpoint, changeUser, input)
}

export async function erasePerson(input: unknown) {
  return act(eraseUserEndpoint, eraseUser, input)
}

export async function sendInvitations(input: unknown) {
  return act(invitePeopleEndpoint, invitePeople, input)
}

export async function sendInvitationAgain(input: unknown) {
  return act(inviteAgainEndpoint, inviteAgain, input)
}

export async function takeInvitationBack(input: unknown) {
  return act(takeBackInvitationEndpoint, takeBackInvitation, input)
}

export async function sendResetLink(input: unknown) {
  return act(sendPasswordResetEndpoint, sendPasswordReset, input)
}
