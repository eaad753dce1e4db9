import { ApiFailure, type ClassroomApi } from '#components/classroom/api/api-client.ts'
import type { BroughtMedia } from '#components/classroom/media/brought-media.ts'
import { createWait } from '#components/classroom/ui/wait.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import type { Connection, ConnectionNews, RoomActions, RoomModule } from './connection.ts'
import { endingOf, enterRoom, isRefusal } from './enter-room.ts'
import { doorOf, type Entry, type EntryEvent, nextEntry } from './entry-state.ts'
import { createReadyToken } from './ready-token.ts'

export type VisitState = {
  entry: Entry
  session: SessionDetail
  connection: Connection | null
  /** The trainer's start under way, or what our server said against it: nothing where it does not answer. */
  start: { busy: boolean; problem: string | null }
}

export type VisitSetting = {
  session: SessionDetail
  api: ClassroomApi
  loadRoom: () => Promise<RoomModule>
  /** Camera and microphone as chosen; they are the room's from then on. */
  takeMedia: () => Promise<BroughtMedia>
  onInside?: () => void
  now?: () => number
  random?: () => number
  wait?: ReturnType<typeof createWait>
}

/** A connection that breaks sooner than this counts as a failed attempt. */
const LASTING = 10_000

/** What takes longer than about 300 ms is shown to be under way. */
const SHOW_PROGRESS_AFTER = 250

export type Visit = ReturnType<typeof createVisit>

/** One person's visit to one session, from the preview to the end. A store: subscribe, and read `state`. */
export function createVisit(setting: VisitSetting) {
  const { api, now = Date.now, random = Math.random, wait = createWait() } = setting
  const ready = createReadyToken(api.requestToken, now)
  const listeners = new Set<() => void>()
  let state: VisitState = {
    entry: nextEntry({ at: 'preview' }, { kind: 'door', door: doorOf(setting.session) }),
    session: setting.session,
    connection: null,
    start: { busy: false, problem: null },
  }
  let opening: Promise<Connection> | null = null
  let running: AbortController | null = null
  let insideSince = 0
  let brokenInARow = 0
  let asksFirst = false
  let mediaBrought = false
  let reading: Promise<void> | null = null

  function set(change: Partial<VisitState>) {
    state = { ...state, ...change }
    tell()
  }

  function tell() {
    for (const listener of listeners) listener()
  }

  function dispatch(event: EntryEvent) {
    const before = state.entry
    const entry = nextEntry(before, event)
    if (entry === before) return
    state = { ...state, entry }
    act(before, entry)
    // Drawing anything would hold up the way in.
    if (entry.at === 'entering') setTimeout(tell, SHOW_PROGRESS_AFTER)
    else tell()
  }

  function act(before: Entry, entry: Entry) {
    const wasEntering = isEntering(before)
    if (isEntering(entry) && !wasEntering) void enter(entry)
    if (wasEntering && !isEntering(entry)) running?.abort()
    if (entry.at === 'over') {
      mediaBrought = false
      void state.connection?.leave()
    }
    if (entry.at === 'preview' || entry.at === 'waiting') void prepare()
  }

  async function enter(entry: Entry) {
    const attempt = new AbortController()
    running = attempt
    const connection = await open().catch(() => null)
    if (attempt.signal.aborted) return
    if (!connection) return dispatch({ kind: 'out', because: 'unloadable' })
    const arrival = await enterRoom(
      { ...api, token: ready.take, connect: connection.connect, pause: wait.pause, random },
      {
        signal: attempt.signal,
        failedBefore: entry.at === 'returning' ? brokenInARow : 0,
        asksFirst,
        mayUseReadyToken: entry.at === 'entering',
        onTrouble: (trouble) => dispatch({ kind: 'trouble', trouble }),
      },
    )
    if (arrival.kind === 'inside') {
      insideSince = now()
      setting.onInside?.()
      dispatch({ kind: 'connected' })
      await bringMedia(connection)
    } else if (arrival.kind === 'session') {
      see(arrival.session)
    } else if (arrival.kind === 'out') {
      dispatch({ kind: 'out', because: arrival.because })
    }
  }

  /** Called after the connection is made: opening a camera or passing it on would hold the connection up. */
  async function bringMedia(connection: Connection) {
    if (mediaBrought) return
    mediaBrought = true
    const media = await setting.takeMedia()
    if (state.entry.at === 'over') letGo(media)
    else connection.bring(media)
  }

  function open(): Promise<Connection> {
    opening ??= setting.loadRoom().then((room) => {
      const connection = room.openConnection(setting.session.id)
      connection.watch(hear)
      set({ connection })
      return connection
    })
    opening.catch(() => {
      opening = null
    })
    return opening
  }

  function hear(news: ConnectionNews) {
    if (news === 'mended') return dispatch({ kind: 'connected' })
    if (news === 'mending') return dispatch({ kind: 'lost', by: 'connection' })
    if (news === 'elsewhere') return dispatch({ kind: 'out', because: 'elsewhere' })
    asksFirst = news === 'put-out'
    const lasted = now() - insideSince > LASTING
    // At least a second for what broke: the page itself may be on its way out.
    brokenInARow = lasted ? (asksFirst ? 0 : 1) : brokenInARow + 1
    dispatch({ kind: 'lost', by: 'us' })
  }

  /** Loads the room's code and makes the token and the way ready; nobody is in the room by this. */
  async function prepare() {
    const connection = await open().catch(() => null)
    if (!connection || doorOf(state.session) !== 'open') return
    const token = await ready.prepare()
    if (token) connection.prepare(token)
  }

  function see(session: SessionDetail) {
    // Most readings bring nothing new, and then nothing renders again.
    if (JSON.stringify(session) !== JSON.stringify(state.session)) set({ session })
    dispatch({ kind: 'door', door: doorOf(session) })
    if (state.entry.at === 'preview') void prepare()
  }

  async function read() {
    try {
      see(await api.readSession())
    } catch (error) {
      if (isRefusal(error) && error.status !== 400) {
        dispatch({ kind: 'out', because: endingOf(error) })
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
    dispatch({ kind: 'join', door: doorOf(state.session) })
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
    leave: () => dispatch({ kind: 'out', because: 'left' }),
    tryNow: wait.skip,
    async endForAll() {
      await api.end()
      await refresh()
    },
    async remove(userId, why, reason) {
      await api.remove(userId, why, reason)
      await refresh()
    },
    async letInAgain(userId) {
      await api.letInAgain(userId)
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
    checkDevices: () => dispatch({ kind: 'check-devices' }),
    actions,
    /** The page goes away. */
    close() {
      running?.abort()
      void state.connection?.leave()
    },
  }
}

function isEntering(entry: Entry): boolean {
  return entry.at === 'entering' || (entry.at === 'returning' && entry.by === 'us')
}

function letGo({ camera, microphone }: BroughtMedia) {
  camera?.stop()
  microphone?.stop()
}
