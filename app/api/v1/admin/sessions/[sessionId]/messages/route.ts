import { reviewMessagesEndpoint } from '#lib/classroom/chat/api.ts'
import { reviewMessages } from '#lib/classroom/chat/review-messages.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(reviewMessagesEndpoint, reviewMessages)
