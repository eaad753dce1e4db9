import { route } from '#lib/http/route.ts'
import { switchSeatEndpoint } from '#lib/sessions/api.ts'
import { switchSeat } from '#lib/sessions/seats/switch-seat.ts'

export const POST = route(switchSeatEndpoint, switchSeat)
