import type { ReactNode } from 'react'
import { ApiFailure } from '#components/classroom/api/api-client.ts'
import type { ConnectionEvent } from '#components/classroom/connection/room-client.ts'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import { retryDelay } from '#components/classroom/ui/retry-delay.ts'
import { createSkippablePause } from '#components/classroom/ui/skippable-pause.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import type { DisplayApi } from './display-api.ts'
import type { StoredDisplay } from './remembered-display.ts'

/** The way into a room for its screen; it outlives being cut off. */
export type DisplayClient = {
  connect(token: RoomToken): Promise<void>
  publishMedia(media: InitialMedia): void
  /** Leaves, and lets go of camera and microphone. */
  leave(): Promise<void>
  watch(onEvent: (news: ConnectionEvent) => void): () => void
  render(view: DisplayRenderProps): ReactNode
}

export type DisplayRenderProps = { isReconnecting: boolean; onUnpair: () => void }

export type DisplayState = {
  /** `elsewhere`: another tab is this screen now. */
  phase: 'code' | 'inside' | 'reconnecting' | 'elsewhere'
  /** null while it is asked for. */
  code: Pick<StoredDisplay, 'code' | 'expiresAt'> | null
  /** It was part of a class, and is no longer. */
  hasEnded: boolean
  /** `full`: too many screens ask for a code. */
  problem: 'unreachable' | 'rate_limited' | null
  client: DisplayClient | null
}

export type DisplayConnectionOptions = {
  api: DisplayApi
  remembered: () => StoredDisplay | null
  remember: (display: StoredDisplay | null) => void
  createDisplayClient: (secret: string) => Promise<DisplayClient>
  takeMedia: () => Promise<InitialMedia>
  pauses?: ReturnType<typeof createSkippablePause>
}

const ASKS_EVERY_MS = 2_000

/**
 * A room's screen from its code to the end of class, and on to the next code. It asks again and again whether it is
 * paired, goes in by itself, and comes back by itself. A store: subscribe, and read `state`.
 */
export function createDisplayConnection(options: DisplayConnectionOptions) {
  const { api, remember, pauses = createSkippablePause() } = options
  const listeners = new Set<() => void>()
  let display: StoredDisplay | null = null
  let failures = 0
  let running: AbortController | null = null
  let state: DisplayState = { phase: 'code', code: null, hasEnded: false, problem: null, client: null }

  function set(change: Partial<DisplayState>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  async function run(signal: AbortSignal) {
    while (!signal.aborted) {
      const pause = await runStep(signal).catch(pauseAfter)
      if (pause > 0) await pauses.pause(pause, signal)
    }
  }

  /** Answers after how many milliseconds to go on. */
  async function runStep(signal: AbortSignal): Promise<number> {
    const { secret } = display ?? (await requestCode())
    const token = await api.requestToken(secret)
    if (signal.aborted) return 0
    const client = state.client ?? (await openClient(secret))
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

  async function openClient(secret: string): Promise<DisplayClient> {
    const client = await options.createDisplayClient(secret)
    set({ client })
    void options.takeMedia().then(client.publishMedia)
    return client
  }

  /** How it ends; short breaks, which mend by themselves, are shown. */
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

  /** What our server says ends a class or a code; silence never does. */
  function pauseAfter(error: unknown): number {
    const status = error instanceof ApiFailure ? error.status : 0
    if (status === 409) {
      failures = 0
      set({ phase: 'code', code: display, problem: null })
      return ASKS_EVERY_MS
    }
    if (status === 404 || status === 400) {
      const hasEnded = status === 400 || state.client !== null || state.hasEnded
      void state.client?.leave()
      display = null
      remember(null)
      set({ phase: 'code', code: null, client: null, hasEnded })
      return 0
    }
    failures += 1
    set({
      problem: status === 429 ? 'rate_limited' : 'unreachable',
      ...(state.phase === 'inside' && { phase: 'reconnecting' as const }),
    })
    return retryDelay(failures + 1, Math.random())
  }

  /** Goes on until the returned function is called. */
  function start() {
    display ??= options.remembered()
    running = new AbortController()
    void run(running.signal)
    return () => {
      running?.abort()
      void state.client?.leave()
      state = { ...state, client: null }
    }
  }

  return {
    get state() {
      return state
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    start,
    /** Asks our server, which puts the screen out; then it shows a new code. */
    async unpair() {
      if (display) await api.unpair(display.secret).catch(() => set({ problem: 'unreachable' }))
    },
    /** Takes over from the other tab. */
    takeOver() {
      set({ phase: 'reconnecting' })
      start()
    },
  }
}
