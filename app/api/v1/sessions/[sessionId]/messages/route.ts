import { listMessagesEndpoint, sendMessageEndpoint } from '#lib/classroom/chat/api.ts'
import { listMessages } from '#lib/classroom/chat/list-messages.ts'
import { sendMessage } from '#lib/classroom/chat/send-message.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(listMessagesEndpoint, listMessages)
export const POST = route(sendMessageEndpoint, sendMessage)
