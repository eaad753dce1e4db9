import type { IncomingMessage, ServerResponse } from 'node:http'

export const WEBHOOK_PATH = '/api/v1/livekit/webhook'
export const LARGEST_WEBHOOK_BYTES = 256 * 1024

/** Handles a webhook from its body, null if too large, and its Authorization header. */
export type WebhookHandler = (body: string | null, authorization: string | null) => Promise<Response>

// The server and the application are bundled separately.
const shared: typeof globalThis & { caravanWebhook?: WebhookHandler } = globalThis

/** Sets the webhook handler of this process. */
export function onWebhook(handler: WebhookHandler): void {
  shared.caravanWebhook = handler
}

export function isWebhook({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return method === 'POST' && url.split('?', 1)[0] === WEBHOOK_PATH
}

/**
 * Serves a webhook without Next, whose overhead is a large part of such a short request (docs/decisions/030).
 * LiveKit sends a webhook for every event in every room.
 */
export async function serveWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handle = shared.caravanWebhook
  if (!handle) {
    response.writeHead(503, { 'retry-after': '1' }).end()
    return
  }
  try {
    const answer = await handle(await readBody(request), request.headers.authorization ?? null)
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(await answer.text())
  } catch {
    // The sender has disconnected.
    response.destroy()
  }
}

/** The body; reading stops at the limit, and the result is null beyond it. */
function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let bytes = 0
  return new Promise((resolve, reject) => {
    request.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > LARGEST_WEBHOOK_BYTES) resolve(null)
      else parts.push(part)
    })
    request.on('end', () => resolve(Buffer.concat(parts).toString()))
    request.on('error', reject)
  })
}
