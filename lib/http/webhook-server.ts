import type { IncomingMessage, ServerResponse } from 'node:http'

export const WEBHOOK_PATH = '/api/v1/livekit/webhook'
export const LARGEST_WEBHOOK_BYTES = 256 * 1024

/** Answers a webhook by its body, null where that is too large, and its header Authorization. */
export type WebhookHandler = (body: string | null, authorization: string | null) => Promise<Response>

// The server and the application are bundled separately.
const shared: typeof globalThis & { caravanWebhook?: WebhookHandler } = globalThis

/** Sets what answers webhooks in this process. */
export function onWebhook(handler: WebhookHandler): void {
  shared.caravanWebhook = handler
}

export function isWebhook({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return method === 'POST' && url.split('?', 1)[0] === WEBHOOK_PATH
}

/**
 * Answers a webhook without Next, whose own work is a large part of such a short request (docs/decisions/030). LiveKit
 * sends one for everything that happens in every room.
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
    // The sender has gone.
    response.destroy()
  }
}

/** The body, read no further than the limit; null beyond it. */
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
