'use server'

import { runAction } from '#lib/http/run-action.ts'
import { leaveWaitlistEndpoint, switchSeatEndpoint } from '#lib/sessions/api.ts'
import { leaveWaitlist as leaveOwnLineOf } from '#lib/sessions/seats/leave-waitlist.ts'
import { switchSeat as switchSeatOf } from '#lib/sessions/seats/switch-seat.ts'

export async function switchSeat(input: unknown) {
  return runAction(switchSeatEndpoint, switchSeatOf, input)
}

export async function leaveSessionWaitlist(input: unknown) {
  return runAction(leaveWaitlistEndpoint, leaveOwnLineOf, input)
}
