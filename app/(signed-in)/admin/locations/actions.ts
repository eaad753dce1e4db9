'use server'

import { runAction } from '#lib/http/run-action.ts'
import { changeLocationEndpoint, createLocationEndpoint } from '#lib/locations/api.ts'
import { changeLocation as changeLocationOf } from '#lib/locations/change-location.ts'
import { createLocation as createLocationOf } from '#lib/locations/create-location.ts'

export async function createLocation(input: unknown) {
  return runAction(createLocationEndpoint, createLocationOf, input)
}

export async function changeLocation(input: unknown) {
  return runAction(changeLocationEndpoint, changeLocationOf, input)
}
