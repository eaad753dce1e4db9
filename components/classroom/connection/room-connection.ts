import type { SessionApi } from '#components/classroom/api/session-api.ts'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import {
  type EntryEvent,
  type EntryState,
  entryStatusOf,
  nextEntryState,
} from '#components/classroom/room-state/entry-state.ts'
import { shareUnchanged } from '#components/classroom/room-state/share-unchanged.ts'
import { createSkippablePause } from '#components/classroom/ui/skippable-pause.ts'
import { createStore } from '#components/classroom/ui/store.ts'
import { ApiFailure } from '#lib/api/client.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { endReasonOf, enterRoom, isApiRefusal } from './enter-room.ts'
import { createPreparedToken } from './prepared-token.ts'
import type { ConnectionEvent, RoomActions, RoomClient, RoomModule } from './room-client.ts'

export type RoomConnectionState<Client extends RoomClient = RoomClient> = {
  entry: EntryState
  session: SessionDetail
  /** The room's code, once it is loaded. */
  room: { client: Client; RoomScreen: RoomModule<Client>['RoomScreen'] } | null
  /** Whether the trainer's start is in progress, and why it failed; null if our server did not answer. */
  start: { busy: boolean; problem: string | null }
}

export type RoomConnectionOptions<Client extends RoomClient> = {
  session: SessionDetail
  api: SessionApi
  loadRoom: () => Promise<RoomModule<Client>>
  /** Camera and microphone as chosen. The room owns them from then on. */
  takeMedia: () => Promise<InitialMedia>
  onInside?: () => void
  now?: () => number
  random?: () => number
  pauses?: ReturnType<typeof createSkippablePause>
}

/** A connection that breaks sooner than this counts as a failed attempt. */
const STABLE_AFTER_MS = 10_000

/** Delay before progress is shown; users notice waits of more than about 300 ms. */
const SHOW_PROGRESS_AFTER_MS = 250

/** The connection of one user to one session, from the preview to the end. */
export function createRoomConnection<Client extends RoomClient>(options: RoomConnectionOptions<Client>) {
  const { api, now = Date.now, random = Math.random, pauses = createSkippablePause() } = options
  const preparedToken = createPreparedToken(api.requestToken, now)
  const [store, set] = createStore<RoomConnectionState<Client>>({
    entry: nextEntryState({ phase: 'preview' }, { kind: 'status', status: entryStatusOf(options.session) }),
    session: options.session,
    room: null,
    start: { busy: false, problem: null },
  })
  let opening: Promise<Client> | null = null
  let running: AbortController | null = null
  let connectedSince = 0
  let consecutiveFailures = 0
  let readsSessionFirst = false
  let isMediaPublished = false
  let reading: Promise<void> | null = null

  function dispatch(event: EntryEvent) {
    const before = store.state.entry
    const entry = nextEntryState(before, event)
    if (entry === before) return
    // Rendering would delay the entry.
    set({ entry }, entry.phase === 'entering' ? SHOW_PROGRESS_AFTER_MS : 0)
    runEffects(before, entry)
  }

  function runEffects(before: EntryState, entry: EntryState) {
    const wasEntering = isEntering(before)
    if (isEntering(entry) && !wasEntering) void enter(entry)
    if (wasEntering && !isEntering(entry)) running?.abort()
    if (entry.phase === 'ended') {
      isMediaPublished = false
      void store.state.room?.client.leave()
    }
    if (entry.phase === 'preview' || entry.phase === 'waiting') void prepare()
  }

  async function enter(entry: EntryState) {
    const attempt = new AbortController()
    running = attempt
    const client = await loadClient().catch(() => null)
    if (attempt.signal.aborted) return
    if (!client) return dispatch({ kind: 'ended', reason: 'unloadable' })
    const result = await enterRoom(
      { ...api, getToken: preparedToken.take, connect: client.connect, pause: pauses.pause, random },
      {
        signal: attempt.signal,
        previousFailures: entry.phase === 'reconnecting' ? consecutiveFailures : 0,
        readsSessionFirst,
        mayUsePreparedToken: entry.phase === 'entering',
        onUnreachable: (service) => dispatch({ kind: 'unreachable', service }),
      },
    )
    if (result.kind === 'inside') {
      connectedSince = now()
      options.onInside?.()
      dispatch({ kind: 'connected' })
      await publishMedia(client)
    } else if (result.kind === 'session') {
      applySession(result.session)
    } else if (result.kind === 'ended') {
      dispatch({ kind: 'ended', reason: result.reason })
    }
  }

  /** Called after the connection is made: opening or publishing a camera would delay it. */
  async function publishMedia(client: Client) {
    if (isMediaPublished) return
    isMediaPublished = true
    const media = await options.takeMedia()
    if (store.state.entry.phase === 'ended') stopTracks(media)
    else client.publishMedia(media)
  }

  function loadClient(): Promise<Client> {
    opening ??= options.loadRoom().then(({ createRoomClient, RoomScreen }) => {
      const client = createRoomClient(options.session.id)
      client.watch(handleEvent)
      set({ room: { client, RoomScreen } })
      return client
    })
    opening.catch(() => {
      opening = null
    })
    return opening
  }

  function handleEvent(event: ConnectionEvent) {
    if (event === 'reconnected') return dispatch({ kind: 'connected' })
    if (event === 'reconnecting') return dispatch({ kind: 'disconnected', method: 'resume' })
    if (event === 'elsewhere') return dispatch({ kind: 'ended', reason: 'elsewhere' })
    readsSessionFirst = event === 'removed'
    const wasStable = now() - connectedSince > STABLE_AFTER_MS
    // At least 1 s after a break: the page itself may be unloading.
    consecutiveFailures = wasStable ? (readsSessionFirst ? 0 : 1) : consecutiveFailures + 1
    dispatch({ kind: 'disconnected', method: 'rejoin' })
  }

  /** Loads the room's code, and prepares token and connection without joining. */
  async function prepare() {
    const client = await loadClient().catch(() => null)
    if (!client || entryStatusOf(store.state.session) !== 'open') return
    const token = await preparedToken.prepare()
    if (token) client.prepare(token)
  }

  function applySession(session: SessionDetail) {
    // Most refreshes change nothing, and must re-render nothing.
    const shared = shareUnchanged(store.state.session, session)
    if (shared !== store.state.session) set({ session: shared })
    dispatch({ kind: 'status', status: entryStatusOf(session) })
    if (store.state.entry.phase === 'preview') void prepare()
  }

  async function read() {
    try {
      applySession(await api.readSession())
    } catch (error) {
      if (isApiRefusal(error) && error.status !== 400) {
        dispatch({ kind: 'ended', reason: endReasonOf(error) })
      }
    } finally {
      reading = null
    }
  }

  /** Reloads the session. Concurrent calls share one request. */
  function refresh(): Promise<void> {
    reading ??= read()
    return reading
  }

  function join() {
    performance.mark('room:join-click')
    dispatch({ kind: 'join', status: entryStatusOf(store.state.session) })
  }

  /** Starts the session for the trainer and joins it. */
  async function start() {
    if (store.state.start.busy) return
    set({ start: { busy: true, problem: null } })
    try {
      const started = await api.start()
      set({
        session: { ...store.state.session, joinRefusal: undefined, ...started },
        start: { busy: false, problem: null },
      })
      join()
    } catch (error) {
      set({ start: { busy: false, problem: error instanceof ApiFailure ? error.message : null } })
      await refresh()
    }
  }

  const actions: RoomActions = {
    leave: () => dispatch({ kind: 'ended', reason: 'left' }),
    retryNow: pauses.skip,
    async endForAll() {
      await api.end()
      await refresh()
    },
    async remove(userId, why, reason) {
      await api.remove(userId, why, reason)
      await refresh()
    },
    async readmit(userId) {
      await api.readmit(userId)
      await refresh()
    },
  }

  return Object.assign(store, {
    prepare,
    refresh,
    join,
    start,
    checkDevices: () => dispatch({ kind: 'check_devices' }),
    actions,
    /** Called when the page closes. */
    close() {
      running?.abort()
      void store.state.room?.client.leave()
    },
  })
}

function isEntering(entry: EntryState): boolean {
  return entry.phase === 'entering' || (entry.phase === 'reconnecting' && entry.method === 'rejoin')
}

function stopTracks({ camera, microphone }: InitialMedia) {
  camera?.stop()
  microphone?.stop()
}
