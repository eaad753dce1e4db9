import { ApiFailure, type ClassroomApi } from '#components/classroom/api/api-client.ts'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import { createSkippablePause } from '#components/classroom/ui/skippable-pause.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { endReasonOf, enterRoom, isApiRefusal } from './enter-room.ts'
import { type EntryEvent, type EntryState, entryStatusOf, nextEntryState } from './entry-state.ts'
import { createPreparedToken } from './prepared-token.ts'
import type { ConnectionEvent, RoomActions, RoomClient, RoomModule } from './room-client.ts'

export type RoomConnectionState = {
  entry: EntryState
  session: SessionDetail
  client: RoomClient | null
  /** The trainer's start under way, or what our server said against it: nothing where it does not answer. */
  start: { busy: boolean; problem: string | null }
}

export type RoomConnectionOptions = {
  session: SessionDetail
  api: ClassroomApi
  loadRoom: () => Promise<RoomModule>
  /** Camera and microphone as chosen; they are the room's from then on. */
  takeMedia: () => Promise<InitialMedia>
  onInside?: () => void
  now?: () => number
  random?: () => number
  pauses?: ReturnType<typeof createSkippablePause>
}

/** A connection that breaks sooner than this counts as a failed attempt. */
const LASTING = 10_000

/** What takes longer than about 300 ms is shown to be under way. */
const SHOW_PROGRESS_AFTER = 250

export type RoomConnection = ReturnType<typeof createRoomConnection>

/** One person's visit to one session, from the preview to the end. A store: subscribe, and read `state`. */
export function createRoomConnection(options: RoomConnectionOptions) {
  const { api, now = Date.now, random = Math.random, pauses = createSkippablePause() } = options
  const preparedToken = createPreparedToken(api.requestToken, now)
  const listeners = new Set<() => void>()
  let state: RoomConnectionState = {
    entry: nextEntryState({ phase: 'preview' }, { kind: 'status', status: entryStatusOf(options.session) }),
    session: options.session,
    client: null,
    start: { busy: false, problem: null },
  }
  let opening: Promise<RoomClient> | null = null
  let running: AbortController | null = null
  let connectedSince = 0
  let consecutiveFailures = 0
  let readsSessionFirst = false
  let isMediaPublished = false
  let reading: Promise<void> | null = null

  function set(change: Partial<RoomConnectionState>) {
    state = { ...state, ...change }
    notify()
  }

  function notify() {
    for (const listener of listeners) listener()
  }

  function dispatch(event: EntryEvent) {
    const before = state.entry
    const entry = nextEntryState(before, event)
    if (entry === before) return
    state = { ...state, entry }
    runEffects(before, entry)
    // Drawing anything would hold up the way in.
    if (entry.phase === 'entering') setTimeout(notify, SHOW_PROGRESS_AFTER)
    else notify()
  }

  function runEffects(before: EntryState, entry: EntryState) {
    const wasEntering = isEntering(before)
    if (isEntering(entry) && !wasEntering) void enter(entry)
    if (wasEntering && !isEntering(entry)) running?.abort()
    if (entry.phase === 'ended') {
      isMediaPublished = false
      void state.client?.leave()
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

  /** Called after the connection is made: opening a camera or passing it on would hold the connection up. */
  async function publishMedia(client: RoomClient) {
    if (isMediaPublished) return
    isMediaPublished = true
    const media = await options.takeMedia()
    if (state.entry.phase === 'ended') stopTracks(media)
    else client.publishMedia(media)
  }

  function loadClient(): Promise<RoomClient> {
    opening ??= options.loadRoom().then((room) => {
      const client = room.createRoomClient(options.session.id)
      client.watch(handleEvent)
      set({ client })
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
    const wasStable = now() - connectedSince > LASTING
    // At least a second for what broke: the page itself may be on its way out.
    consecutiveFailures = wasStable ? (readsSessionFirst ? 0 : 1) : consecutiveFailures + 1
    dispatch({ kind: 'disconnected', method: 'rejoin' })
  }

  /** Loads the room's code and makes the token and the way ready; nobody is in the room by this. */
  async function prepare() {
    const client = await loadClient().catch(() => null)
    if (!client || entryStatusOf(state.session) !== 'open') return
    const token = await preparedToken.prepare()
    if (token) client.prepare(token)
  }

  function applySession(session: SessionDetail) {
    // Most readings bring nothing new, and then nothing renders again.
    if (JSON.stringify(session) !== JSON.stringify(state.session)) set({ session })
    dispatch({ kind: 'status', status: entryStatusOf(session) })
    if (state.entry.phase === 'preview') void prepare()
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

  /** Reads the session again; calls at the same time share one answer. */
  function refresh(): Promise<void> {
    reading ??= read()
    return reading
  }

  function join() {
    performance.mark('room:join-click')
    dispatch({ kind: 'join', status: entryStatusOf(state.session) })
  }

  /** The trainer starts the session, and goes in. */
  async function start() {
    if (state.start.busy) return
    set({ start: { busy: true, problem: null } })
    try {
      const started = await api.start()
      set({
        session: { ...state.session, joinRefusal: undefined, ...started },
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
    prepare,
    refresh,
    join,
    start,
    checkDevices: () => dispatch({ kind: 'check_devices' }),
    actions,
    /** The page goes away. */
    close() {
      running?.abort()
      void state.client?.leave()
    },
  }
}

function isEntering(entry: EntryState): boolean {
  return entry.phase === 'entering' || (entry.phase === 'reconnecting' && entry.method === 'rejoin')
}

function stopTracks({ camera, microphone }: InitialMedia) {
  camera?.stop()
  microphone?.stop()
}
