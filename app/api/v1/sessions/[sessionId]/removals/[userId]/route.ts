import { readmitParticipantEndpoint } from '#lib/classroom/api.ts'
import { readmitParticipant } from '#lib/classroom/moderation/readmit-participant.ts'
import { route } from '#lib/http/route.ts'

export const DELETE = route(readmitParticipantEndpoint, readmitParticipant)
