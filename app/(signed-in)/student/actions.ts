'use server'

import { act } from '#lib/http/act.ts'
import { leaveOwnLineEndpoint, switchSeatEndpoint } from '#lib/sessions/api.ts'
import { leaveOwnLine as leaveOwnLineOf } from '#lib/sessions/seats/leave-own-line.ts'
import { switchSeat as switchSeatOf } from '#lib/sessions/seats/switch-seat.ts'

export async function switchSeat(input: unknown) {
  return act(switchSeatEndpoint, switchSeatOf, input)
}

export async function leaveOwnLine(input: unknown) {
  return act(leaveOwnLineEndpoint, leaveOwnLineOf, input)
}
