import { receiveWebhook } from '#lib/attendance/receive-webhook.ts'
import { readText } from '#lib/http/read-body.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { failure, success } from '#lib/http/respond.ts'
import { ForgedEvent } from '#lib/livekit/media.ts'
import { systemContext } from '#lib/process/application.ts'

/** LiveKit's signed events. A failure of ours answers 5xx, so that LiveKit sends the event again. */
export async function POST(request: Request): Promise<Response> {
  try {
    await receiveWebhook(systemContext(), await readText(request), request.headers.get('authorization'))
    return success({}, 'Received')
  } catch (error) {
    return failure(error instanceof ForgedEvent ? new Refusal('unauthenticated', 'forgedWebhook') : error)
  }
}
