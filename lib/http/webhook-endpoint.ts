import 'server-only'
import { receiveWebhook } from '#lib/attendance/receive-webhook.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { ForgedEvent } from '#lib/livekit/media.ts'
import { systemContext } from '#lib/process/application.ts'
import { failure, success } from './respond.ts'
import { LARGEST_WEBHOOK_BYTES } from './webhook-server.ts'

/**
 * Handles LiveKit's signed events. Our failures answer 5xx, so that LiveKit sends the event again.
 * @param body null if it is larger than LARGEST_WEBHOOK_BYTES
 */
export async function answerWebhook(body: string | null, authorization: string | null): Promise<Response> {
  try {
    if (body === null) {
      throw new Refusal('too_large', 'bodyTooLarge', { values: { limit: LARGEST_WEBHOOK_BYTES / 1024 } })
    }
    await receiveWebhook(systemContext(), body, authorization)
    return success({}, 'Received')
  } catch (error) {
    return failure(error instanceof ForgedEvent ? new Refusal('unauthenticated', 'forgedWebhook') : error)
  }
}
