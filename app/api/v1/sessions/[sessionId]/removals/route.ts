import { removeParticipantEndpoint } from '#lib/classroom/api.ts'
import { removeParticipant } from '#lib/classroom/moderation/remove-participant.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(removeParticipantEndpoint, removeParticipant)
