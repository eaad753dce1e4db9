'use server'

import { act } from '#lib/http/act.ts'
import { changeUserEndpoint, createUserEndpoint } from '#lib/identity/api.ts'
import { changeUser } from '#lib/identity/people/change-user.ts'
import { createUser } from '#lib/identity/people/create-user.ts'

export async function createPerson(input: unknown) {
  return act(createUserEndpoint, createUser, input)
}

export async function changePerson(input: unknown) {
  return act(changeUserEndpoint, changeUser, input)
}
