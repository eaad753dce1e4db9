import { removeMessageEndpoint } from '#lib/classroom/chat/api.ts'
import { removeMessage } from '#lib/classroom/chat/remove-message.ts'
import { route } from '#lib/http/route.ts'

export const DELETE = route(removeMessageEndpoint, removeMessage)
