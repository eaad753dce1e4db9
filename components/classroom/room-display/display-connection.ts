import type { ConnectionEvent } from '#components/classroom/connection/room-client.ts'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import { retryDelay } from '#components/classroom/ui/retry-delay.ts'
import { createSkippablePause } from '#components/classroom/ui/skippable-pause.ts'
import { createStore } from '#components/classroom/ui/store.ts'
import { ApiFailure } from '#lib/api/client.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import type { DisplayApi } from './display-api.ts'
import type { StoredDisplay } from './remembered-display.ts'

/** Connection of the room display to a room. It can be reused after a disconnect. */
export type DisplayClient = {
  connect(token: RoomToken): Promise<void>
  publishMedia(media: InitialMedia): void
  /** Leaves the room, and releases camera and microphone. */
  leave(): Promise<void>
  watch(onEvent: (news: ConnectionEvent) => void): () => void
}

export type DisplayState<Client extends DisplayClient = DisplayClient> = {
  /** `elsewhere`: another tab is the room display now. */
  phase: 'code' | 'inside' | 'reconnecting' | 'elsewhere'
  /** null while it is being requested. */
  code: Pick<StoredDisplay, 'code' | 'expiresAt'> | null
  /** The display was in a class that has ended for it. */
  hasEnded: boolean
  /** `rate_limited`: too many displays request a code. */
  problem: 'unreachable' | 'rate_limited' | null
  client: Client | null
}

export type DisplayConnectionOptions<Client extends DisplayClient> = {
  api: DisplayApi
  remembered: () => StoredDisplay | null
  remember: (display: StoredDisplay | null) => void
  createDisplayClient: (secret: string) => Promise<Client>
  takeMedia: () => Promise<InitialMedia>
  pauses?: ReturnType<typeof createSkippablePause>
}

const ASKS_EVERY_MS = 2_000

/**
 * Lifecycle of a room display, from its code to the end of class and on to the next code. It polls until it is
 * paired, then joins and reconnects automatically.
 */
export function createDisplayConnection<Client extends DisplayClient>(
  options: DisplayConnectionOptions<Client>,
) {
  const { api, remember, pauses = createSkippablePause() } = options
  let display: StoredDisplay | null = null
  let failures = 0
  let running: AbortController | null = null
  const [store, set] = createStore<DisplayState<Client>>({
    phase: 'code',
    code: null,
    hasEnded: false,
    problem: null,
    client: null,
  })

  async function run(signal: AbortSignal) {
    while (!signal.aborted) {
      const pause = await runStep(signal).catch(pauseAfter)
      if (pause > 0) await pauses.pause(pause, signal)
    }
  }

  /** Returns the delay before the next step, in ms. */
  async function runStep(signal: AbortSignal): Promise<number> {
    const { secret } = display ?? (await requestCode())
    const token = await api.requestToken(secret)
    if (signal.aborted) return 0
    const client = store.state.client ?? (await openClient(secret))
    await client.connect(token)
    failures = 0
    set({ phase: 'inside', hasEnded: false, problem: null })
    if ((await waitForEnd(client, signal)) === 'elsewhere') {
      running?.abort()
      set({ phase: 'elsewhere' })
    } else set({ phase: 'reconnecting' })
    return 0
  }

  async function requestCode(): Promise<StoredDisplay> {
    const { secret, code, expiresAt } = await api.requestCode()
    display = { secret, code, expiresAt }
    remember(display)
    set({ code: display })
    return display
  }

  async function openClient(secret: string): Promise<Client> {
    const client = await options.createDisplayClient(secret)
    set({ client })
    void options.takeMedia().then(client.publishMedia)
    return client
  }

  /**
   * Resolves with the event that ends the connection. Short interruptions, which recover by themselves, only
   * change the phase.
   */
  function waitForEnd(client: DisplayClient, signal: AbortSignal): Promise<ConnectionEvent> {
    return new Promise((resolve) => {
      const stop = client.watch((event) => {
        if (event === 'reconnecting') set({ phase: 'reconnecting' })
        else if (event === 'reconnected') set({ phase: 'inside' })
        else {
          stop()
          resolve(event)
        }
      })
      signal.addEventListener('abort', () => {
        stop()
        resolve('disconnected')
      })
    })
  }

  /** Only a response from our server ends a class or a code. A missing response never does. */
  function pauseAfter(error: unknown): number {
    const status = error instanceof ApiFailure ? error.status : 0
    if (status === 409) {
      failures = 0
      set({ phase: 'code', code: display, problem: null })
      return ASKS_EVERY_MS
    }
    if (status === 404 || status === 400) {
      const hasEnded = status === 400 || store.state.client !== null || store.state.hasEnded
      void store.state.client?.leave()
      display = null
      remember(null)
      set({ phase: 'code', code: null, client: null, hasEnded })
      return 0
    }
    failures += 1
    set({
      problem: status === 429 ? 'rate_limited' : 'unreachable',
      ...(store.state.phase === 'inside' && { phase: 'reconnecting' as const }),
    })
    return retryDelay(failures + 1, Math.random())
  }

  /** Runs until the returned function is called. */
  function start() {
    display ??= options.remembered()
    running = new AbortController()
    void run(running.signal)
    return () => {
      running?.abort()
      void store.state.client?.leave()
      set({ client: null })
    }
  }

  return Object.assign(store, {
    start,
    /** Asks our server to remove the display from the room. A new code follows. */
    async unpair() {
      if (display) await api.unpair(display.secret).catch(() => set({ problem: 'unreachable' }))
    },
    /** Takes over from the other tab. */
    takeOver() {
      set({ phase: 'reconnecting' })
      start()
    },
  })
}
