'use server'

import { act } from '#lib/http/act.ts'
import {
  changeUserEndpoint,
  createUserEndpoint,
  eraseUserEndpoint,
  inviteAgainEndpoint,
  invitePeopleEndpoint,
  sendPasswordResetEndpoint,
  takeBackInvitationEndpoint,
} from '#lib/people/api.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { createUser } from '#lib/people/create-user.ts'
import { eraseUser } from '#lib/people/erase-user.ts'
import { inviteAgain } from '#lib/people/invite-again.ts'
import { invitePeople } from '#lib/people/invite-people.ts'
import { sendPasswordReset } from '#lib/people/send-password-reset.ts'
import { takeBackInvitation } from '#lib/people/take-back-invitation.ts'

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
