import { roomTokenEndpoint } from '#lib/classroom/api.ts'
import { issueRoomToken } from '#lib/classroom/entry/issue-room-token.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(roomTokenEndpoint, issueRoomToken)
