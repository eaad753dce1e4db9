'use server'

import { act } from '#lib/http/act.ts'
import { changeLocationEndpoint, createLocationEndpoint } from '#lib/locations/api.ts'
import { changeLocation as changeLocationOf } from '#lib/locations/change-location.ts'
import { createLocation as createLocationOf } from '#lib/locations/create-location.ts'

export async function createLocation(input: unknown) {
  return act(createLocationEndpoint, createLocationOf, input)
}

export async function changeLocation(input: unknown) {
  return act(changeLocationEndpoint, changeLocationOf, input)
}
