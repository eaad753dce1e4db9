import { createStore } from '#components/classroom/ui/store.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import { applyChange } from '#lib/classroom/room/apply-change.ts'
import type { RoomChange, RoomUpdate } from '#lib/classroom/room/room-update.ts'
import { shareUnchanged } from './share-unchanged.ts'

type Deps = {
  readRoom(): Promise<RoomState>
  /** Runs the work later. Tests control the clock. */
  schedule(work: () => void, milliseconds: number): void
}

type Listeners = {
  /** Each change once and in order. If changes were missed, `missed` is called instead. */
  change: (change: RoomChange, number: number) => void
  missed: () => void
  reaction: (reaction: Extract<RoomUpdate, { kind: 'reaction' }>) => void
}

/** Reordered packets are sorted. A packet that is missing for this time counts as lost. In ms. */
const OVERTAKEN_FOR_MS = 300

/** The parts of the state that only the viewer has. */
export type OwnRoomState = Pick<RoomState, 'ownPace'>

export type RoomStateStore = ReturnType<typeof createRoomStateStore>

/**
 * Room state as our server has it, as the store's `room`; null until it is read. Applies numbered changes in order,
 * and reads the whole state if a number is missing.
 */
export function createRoomStateStore({ readRoom, schedule }: Deps) {
  const listeners: { [Kind in keyof Listeners]: Set<Listeners[Kind]> } = {
    change: new Set(),
    missed: new Set(),
    reaction: new Set(),
  }
  const pendingChanges = new Map<number, RoomChange>()
  const [store, set] = createStore<{ room: RoomState | null }>({ room: null })
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

  /** Applies the next changes in order. Schedules a read of the whole state if a number is missing. */
  function catchUp() {
    const before = store.state.room
    if (!before) return
    for (const number of pendingChanges.keys()) if (number <= before.number) pendingChanges.delete(number)
    let room = before
    for (let next = nextChange(room); next; next = nextChange(room)) {
      pendingChanges.delete(next.number)
      room = applyChange(room, next.number, next.change)
      for (const listener of listeners.change) listener(next.change, next.number)
    }
    if (room !== before) set({ room })
    if (room.number < newest) scheduleRead()
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
      const { room } = store.state
      if (room && room.number < newest) void refresh()
    }, OVERTAKEN_FOR_MS)
  }

  async function read() {
    try {
      const found = await readRoom()
      const { room } = store.state
      if (room && found.number < room.number) return
      const missed = room !== null && found.number > room.number
      newest = Math.max(newest, found.number)
      set({ room: shareUnchanged(room, found) })
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

  /**
   * Expects the change with this number, which our server has made, and reads the state if it does not arrive by
   * itself. `own` is applied at once: no update has it.
   */
  function expect(number: number, own?: OwnRoomState) {
    newest = Math.max(newest, number)
    const { room } = store.state
    if (!room) return
    if (own) set({ room: { ...room, ...own } })
    if (room.number < newest) scheduleRead()
  }

  return Object.assign(store, { on, handleUpdate, expect, refresh })
}
