import { roomDisplayTokenEndpoint } from '#lib/classroom/room-display/api.ts'
import { issueRoomDisplayToken } from '#lib/classroom/room-display/issue-room-display-token.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(roomDisplayTokenEndpoint, issueRoomDisplayToken)
