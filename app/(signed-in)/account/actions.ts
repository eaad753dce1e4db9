'use server'

import { parseObject } from '#lib/http/parse-input.ts'
import { runAsActor } from '#lib/http/run-action.ts'
import { changePasswordInput, changeTimeZoneInput } from '#lib/identity/api.ts'
import { changeTimeZone } from '#lib/identity/change-time-zone.ts'
import { changePassword } from '#lib/identity/sign-in/change-password.ts'

export async function changeOwnPassword(input: unknown) {
  return runAsActor((context) => changePassword(context, parseObject(changePasswordInput, input)))
}

export async function changeOwnTimeZone(input: unknown) {
  return runAsActor((context) => changeTimeZone(context, parseObject(changeTimeZoneInput, input)))
}
