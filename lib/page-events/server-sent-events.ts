import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { Streams } from './streams.ts'

/** Proxies close connections after a minute of silence. */
const HEARTBEAT_MS = 20_000
const RECONNECT_MS = 1_000

/**
 * A body of server-sent events (WHATWG HTML, 9.2). It ends when the page disconnects, the sign-in ends or the
 * process stops.
 */
export function serverSentEvents(
  streams: Streams,
  { id: userId, signInId }: Pick<Actor, 'id' | 'signInId'>,
  disconnected: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  // Only the first end counts: a page can disconnect while the process stops.
  let open = true
  let leave = () => {}
  return new ReadableStream({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      function end(): void {
        if (!open) return
        open = false
        leave()
        controller.close()
      }
      const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS)
      write(`retry: ${RECONNECT_MS}\n\n`)
      const unregister = streams.add({
        userId,
        signInId,
        send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
        close: end,
      })
      leave = () => {
        clearInterval(heartbeat)
        unregister()
      }
      disconnected.addEventListener('abort', end, { once: true })
    },
    cancel() {
      open = false
      leave()
    },
  })
}
