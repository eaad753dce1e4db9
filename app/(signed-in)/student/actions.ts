'use server'

import { act } from '#lib/http/act.ts'
import { switchSeatEndpoint } from '#lib/sessions/api.ts'
import { switchSeat as switchSeatOf } from '#lib/sessions/seats/switch-seat.ts'

export async function switchSeat(input: unknown) {
  return act(switchSeatEndpoint, switchSeatOf, input)
}
