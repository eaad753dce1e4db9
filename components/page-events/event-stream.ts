import { send } from '#components/api/request.ts'
import { addressOf } from '#lib/api/client.ts'
import { meEndpoint } from '#lib/identity/endpoints.generated.ts'
import { pageEventsEndpoint } from '#lib/page-events/endpoints.generated.ts'
import type { PageEvent } from '#lib/page-events/page-event.ts'
import { parsePageEvent } from '#lib/page-events/parse-page-event.ts'

const CHANNEL_NAME = 'caravan-page-events'
/** EventSource reconnects automatically after a lost connection, but not after a response such as 503. */
const RETRY_MS = 3_000
/** A page that was hidden this long may have been frozen and missed events. */
const LONG_HIDDEN_MS = 30_000

type Listener = (news: PageEvent) => void

const listeners = new Set<Listener>()
let leave: (() => void) | null = null

/**
 * Passes events to the listener until the returned function is called. Browsers allow six connections to a host, so
 * that all tabs of a browser share one stream: the tab that holds the lock reads it and passes events on.
 */
export function subscribeToPageEvents(listener: Listener): () => void {
  listeners.add(listener)
  leave ??= joinChannel()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    leave?.()
    leave = null
  }
}

function notifyListeners(event: PageEvent): void {
  for (const listener of [...listeners]) listener(event)
}

function joinChannel(): () => void {
  const leaving = new AbortController()
  const channel = new BroadcastChannel(CHANNEL_NAME)
  channel.onmessage = ({ data }: MessageEvent<PageEvent>) => notifyListeners(data)
  const pass = (news: PageEvent) => {
    notifyListeners(news)
    channel.postMessage(news)
  }
  // Locks exist only on secure origins; elsewhere each tab reads its own stream.
  if (navigator.locks) {
    const { signal } = leaving
    navigator.locks.request(CHANNEL_NAME, { signal }, () => readStream(pass, signal)).catch(() => {})
  } else {
    void readStream(notifyListeners, leaving.signal)
  }
  const stopWatching = watchVisibility()
  return () => {
    leaving.abort()
    channel.close()
    stopWatching()
  }
}

/** Reads the stream, with retries, until aborted or until the sign-in has ended. */
function readStream(publish: Listener, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // The wait for the lock may have been aborted.
    if (signal.aborted) return resolve()
    let source: EventSource | null = null
    let timer: number | undefined
    const open = () => {
      source = new EventSource(addressOf(pageEventsEndpoint, {}))
      source.onmessage = ({ data }) => {
        const event = parsePageEvent(data)
        if (event?.kind !== 'ended') return event ? publish(event) : undefined
        // The user has too many pages open: this page reopens its stream when it becomes visible.
        source?.close()
        document.addEventListener('visibilitychange', open, { once: true, signal })
      }
      source.onerror = async () => {
        if (source?.readyState !== EventSource.CLOSED) return
        const signedOut = await isSignedOut()
        if (signal.aborted) return
        if (!signedOut) {
          timer = window.setTimeout(open, RETRY_MS)
          return
        }
        // Each page reads again, is refused, and handles the ended sign-in itself.
        publish({ kind: 'ready' })
        resolve()
      }
    }
    signal.addEventListener('abort', () => {
      source?.close()
      clearTimeout(timer)
      resolve()
    })
    open()
  })
}

/** EventSource does not expose the status of the response that closed it. */
function isSignedOut(): Promise<boolean> {
  return send(meEndpoint, {}).then(
    ({ status }) => status === 401,
    () => false,
  )
}

function watchVisibility(): () => void {
  let hiddenAt = 0
  const watch = () => {
    if (document.hidden) hiddenAt = Date.now()
    else if (Date.now() - hiddenAt > LONG_HIDDEN_MS) notifyListeners({ kind: 'ready' })
  }
  document.addEventListener('visibilitychange', watch)
  return () => document.removeEventListener('visibilitychange', watch)
}
