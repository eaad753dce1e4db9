'use server'

import type { z } from 'zod'
import { attempt } from '#lib/http/act.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { changePasswordInput, changeTimeZoneInput } from '#lib/identity/api.ts'
import { changePassword } from '#lib/identity/change-password.ts'
import { changeTimeZone } from '#lib/identity/change-time-zone.ts'

export async function changeOwnPassword(input: unknown) {
  return attempt((context) => changePassword(context, parse(changePasswordInput, input)))
}

export async function changeOwnTimeZone(input: unknown) {
  return attempt((context) => changeTimeZone(context, parse(changeTimeZoneInput, input)))
}

function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw new Refusal('invalid', 'malformed')
  return parsed.data
}
