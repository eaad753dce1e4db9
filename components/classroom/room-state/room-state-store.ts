import type { RoomChange, RoomState, RoomUpdate } from '#lib/classroom/room/api.ts'
import { applyChange } from '#lib/classroom/room/apply-change.ts'

type Deps = {
  readRoom(): Promise<RoomState>
  /** Does it later; tests hold the clock. */
  schedule(work: () => void, milliseconds: number): void
}

type Listeners = {
  state: () => void
  /** Each change once and in order; those that were missed come as `missed`. */
  change: (change: RoomChange, number: number) => void
  missed: () => void
  reaction: (reaction: Extract<RoomUpdate, { kind: 'reaction' }>) => void
}

/** Packets that overtake each other are put in order; one that stays out for so long was lost. */
const OVERTAKEN_FOR = 300

export type RoomStateStore = ReturnType<typeof createRoomStateStore>

/**
 * Keeps how things stand in a room as our server has it: by the changes that it tells, each with the next number, and
 * by reading the whole where one is missing. A store: subscribe, and read `state`.
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

  /** Takes what comes next in order; reads the whole where that does not come. */
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
    }, OVERTAKEN_FOR)
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
      // The newest number is told again every few seconds: then it is tried again.
    } finally {
      reading = null
    }
    catchUp()
  }

  /** Reads the whole; calls at the same time share one answer. */
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
