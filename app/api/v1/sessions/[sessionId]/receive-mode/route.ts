import { setReceiveModeEndpoint } from '#lib/classroom/room/api.ts'
import { setReceiveMode } from '#lib/classroom/room/set-receive-mode.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(setReceiveModeEndpoint, setReceiveMode)
