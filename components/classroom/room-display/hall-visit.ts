import type { ReactNode } from 'react'
import { ApiFailure } from '#components/classroom/api/api-client.ts'
import type { ConnectionNews } from '#components/classroom/connection/connection.ts'
import type { BroughtMedia } from '#components/classroom/media/brought-media.ts'
import { retryDelay } from '#components/classroom/ui/retry-delay.ts'
import { createWait } from '#components/classroom/ui/wait.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import type { HallApi } from './hall-api.ts'
import type { OwnHall } from './remembered-hall.ts'

/** The way into a room for its screen; it outlives being cut off. */
export type HallConnection = {
  connect(token: RoomToken): Promise<void>
  bring(media: BroughtMedia): void
  /** Leaves, and lets go of camera and microphone. */
  leave(): Promise<void>
  watch(onNews: (news: ConnectionNews) => void): () => void
  render(view: HallView): ReactNode
}

export type HallView = { isBack: boolean; onUnpair: () => void }

export type HallState = {
  /** `elsewhere`: another tab is this screen now. */
  at: 'code' | 'inside' | 'returning' | 'elsewhere'
  /** null while it is asked for. */
  code: Pick<OwnHall, 'code' | 'expiresAt'> | null
  /** It was part of a class, and is no longer. */
  hasEnded: boolean
  /** `full`: too many screens ask for a code. */
  trouble: 'away' | 'full' | null
  connection: HallConnection | null
}

export type HallSetting = {
  api: HallApi
  remembered: () => OwnHall | null
  remember: (hall: OwnHall | null) => void
  openConnection: (secret: string) => Promise<HallConnection>
  takeMedia: () => Promise<BroughtMedia>
  wait?: ReturnType<typeof createWait>
}

const ASKS_EVERY_MS = 2_000

/**
 * A room's screen from its code to the end of class, and on to the next code. It asks again and again whether it is
 * paired, goes in by itself, and comes back by itself. A store: subscribe, and read `state`.
 */
export function createHallVisit(setting: HallSetting) {
  const { api, remember, wait = createWait() } = setting
  const listeners = new Set<() => void>()
  let own: OwnHall | null = null
  let failures = 0
  let running: AbortController | null = null
  let state: HallState = { at: 'code', code: null, hasEnded: false, trouble: null, connection: null }

  function set(change: Partial<HallState>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  async function run(signal: AbortSignal) {
    while (!signal.aborted) {
      const pause = await takeStep(signal).catch(pauseAfter)
      if (pause > 0) await wait.pause(pause, signal)
    }
  }

  /** Answers after how many milliseconds to go on. */
  async function takeStep(signal: AbortSignal): Promise<number> {
    const { secret } = own ?? (await askForCode())
    const token = await api.requestToken(secret)
    if (signal.aborted) return 0
    const connection = state.connection ?? (await openConnection(secret))
    await connection.connect(token)
    failures = 0
    set({ at: 'inside', hasEnded: false, trouble: null })
    if ((await newsOfEnd(connection, signal)) === 'elsewhere') {
      running?.abort()
      set({ at: 'elsewhere' })
    } else set({ at: 'returning' })
    return 0
  }

  async function askForCode(): Promise<OwnHall> {
    const { secret, code, expiresAt } = await api.askForCode()
    own = { secret, code, expiresAt }
    remember(own)
    set({ code: own })
    return own
  }

  async function openConnection(secret: string): Promise<HallConnection> {
    const connection = await setting.openConnection(secret)
    set({ connection })
    void setting.takeMedia().then(connection.bring)
    return connection
  }

  /** How it ends; short breaks, which mend by themselves, are shown. */
  function newsOfEnd(connection: HallConnection, signal: AbortSignal): Promise<ConnectionNews> {
    return new Promise((resolve) => {
      const stop = connection.watch((news) => {
        if (news === 'mending') set({ at: 'returning' })
        else if (news === 'mended') set({ at: 'inside' })
        else {
          stop()
          resolve(news)
        }
      })
      signal.addEventListener('abort', () => {
        stop()
        resolve('broken')
      })
    })
  }

  /** What our server says ends a class or a code; silence never does. */
  function pauseAfter(error: unknown): number {
    const status = error instanceof ApiFailure ? error.status : 0
    if (status === 409) {
      failures = 0
      set({ at: 'code', code: own, trouble: null })
      return ASKS_EVERY_MS
    }
    if (status === 404 || status === 400) {
      const hasEnded = status === 400 || state.connection !== null || state.hasEnded
      void state.connection?.leave()
      own = null
      remember(null)
      set({ at: 'code', code: null, connection: null, hasEnded })
      return 0
    }
    failures += 1
    set({
      trouble: status === 429 ? 'full' : 'away',
      ...(state.at === 'inside' && { at: 'returning' as const }),
    })
    return retryDelay(failures + 1, Math.random())
  }

  /** Goes on until the returned function is called. */
  function start() {
    own ??= setting.remembered()
    running = new AbortController()
    void run(running.signal)
    return () => {
      running?.abort()
      void state.connection?.leave()
      state = { ...state, connection: null }
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
      if (own) await api.unpair(own.secret).catch(() => set({ trouble: 'away' }))
    },
    /** Takes over from the other tab. */
    takeOver() {
      set({ at: 'returning' })
      start()
    },
  }
}
