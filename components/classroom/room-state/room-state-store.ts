import type { RoomState } from '#lib/classroom/room/api.ts'
import { applyChange } from '#lib/classroom/room/apply-change.ts'
import type { RoomChange, RoomUpdate } from '#lib/classroom/room/room-update.ts'

type Deps = {
  readRoom(): Promise<RoomState>
  /** Runs the work later. Tests control the clock. */
  schedule(work: () => void, milliseconds: number): void
}

type Listeners = {
  state: () => void
  /** Each change once and in order. If changes were missed, `missed` is called instead. */
  change: (change: RoomChange, number: number) => void
  missed: () => void
  reaction: (reaction: Extract<RoomUpdate, { kind: 'reaction' }>) => void
}

/** Reordered packets are sorted. A packet that is missing for this time counts as lost. In ms. */
const OVERTAKEN_FOR_MS = 300

export type RoomStateStore = ReturnType<typeof createRoomStateStore>

/**
 * Room state as our server has it. Applies numbered changes in order, and reads the whole state if one is
 * missing. A store: subscribe, and read `state`.
 */
export function createRoomStateStore({ readRoom, schedule }: Deps) {
  const listeners: { [Kind in keyof Listeners]: Set<Listeners[Kind]> } = {
    state: new Set(),
    change: new Set(),
    missed: new Set(),
    reaction: new Set(),
  }
  const pendingChanges = new Map<number, RoomChange>()
  let state: RoomState | null = null
  let newest = 0
  let reading: Promise<void> | null = null
  let isReadScheduled = false

  function on<Kind extends keyof Listeners>(kind: Kind, listener: Listeners[Kind]) {
    const set: Set<Listeners[Kind]> = listeners[kind]
    set.add(listener)
    return () => {
      set.delete(listener)
    }
  }

  function handleUpdate(update: RoomUpdate) {
    switch (update.kind) {
      case 'changes':
        for (const { number, change } of update.changes) pendingChanges.set(number, change)
        newest = Math.max(newest, ...update.changes.map(({ number }) => number))
        return catchUp()
      case 'heartbeat':
        newest = Math.max(newest, update.number)
        return catchUp()
      case 'reaction':
        for (const listener of listeners.reaction) listener(update)
    }
  }

  /** Applies the next changes in order. Schedules a read of the whole state if one is missing. */
  function catchUp() {
    if (!state) return
    const before = state
    for (const number of pendingChanges.keys()) if (number <= state.number) pendingChanges.delete(number)
    for (let next = nextChange(state); next; next = nextChange(state)) {
      pendingChanges.delete(next.number)
      state = applyChange(state, next.number, next.change)
      for (const listener of listeners.change) listener(next.change, next.number)
    }
    if (state !== before) notify()
    if (state.number < newest) scheduleRead()
  }

  function nextChange({ number }: RoomState) {
    const change = pendingChanges.get(number + 1)
    return change && change.kind !== 'too_large' ? { number: number + 1, change } : null
  }

  function scheduleRead() {
    if (isReadScheduled) return
    isReadScheduled = true
    schedule(() => {
      isReadScheduled = false
      if (state && state.number < newest) void refresh()
    }, OVERTAKEN_FOR_MS)
  }

  function notify() {
    for (const listener of listeners.state) listener()
  }

  async function read() {
    try {
      const found = await readRoom()
      if (state && found.number < state.number) return
      const missed = state !== null && found.number > state.number
      state = found
      newest = Math.max(newest, found.number)
      notify()
      if (missed) for (const listener of listeners.missed) listener()
    } catch {
      // A heartbeat repeats the newest number every few seconds, which triggers the next attempt.
    } finally {
      reading = null
    }
    catchUp()
  }

  /** Reads the whole state. Concurrent calls share one request. */
  function refresh(): Promise<void> {
    reading ??= read()
    return reading
  }

  return {
    get state() {
      return state
    },
    subscribe: (listener: () => void) => on('state', listener),
    on,
    handleUpdate,
    refresh,
  }
}
