import { changeAssistantEndpoint } from '#lib/classroom/moderation/api.ts'
import { changeAssistant } from '#lib/classroom/moderation/change-assistant.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(changeAssistantEndpoint, changeAssistant)
