'use server'

import { act } from '#lib/http/act.ts'
import { createUserEndpoint } from '#lib/identity/api.ts'
import { createUser } from '#lib/identity/people/create-user.ts'

export async function createPerson(input: unknown) {
  return act(createUserEndpoint, createUser, input)
}
