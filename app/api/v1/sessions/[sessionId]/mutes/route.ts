import { muteParticipantsEndpoint } from '#lib/classroom/api.ts'
import { muteParticipants } from '#lib/classroom/moderation/mute-participants.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(muteParticipantsEndpoint, muteParticipants)
