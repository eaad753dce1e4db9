import { changeReceptionEndpoint } from '#lib/classroom/room/api.ts'
import { changeReception } from '#lib/classroom/room/change-reception.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(changeReceptionEndpoint, changeReception)
