import type { RoomChange, RoomNews, RoomState } from '#lib/classroom/room/api.ts'
import { applyChange } from '#lib/classroom/room/apply-change.ts'

type Ways = {
  readRoom(): Promise<RoomState>
  /** Does it later; tests hold the clock. */
  later(work: () => void, milliseconds: number): void
}

type Listeners = {
  state: () => void
  /** Each change once and in order; those that were missed come as `missed`. */
  change: (change: RoomChange, number: number) => void
  missed: () => void
  reaction: (reaction: Extract<RoomNews, { kind: 'reaction' }>) => void
}

/** Packets that overtake each other are put in order; one that stays out for so long was lost. */
const OVERTAKEN_FOR = 300

export type RoomFollower = ReturnType<typeof createRoomFollower>

/**
 * Keeps how things stand in a room as our server has it: by the changes that it tells, each with the next number, and
 * by reading the whole where one is missing. A store: subscribe, and read `state`.
 */
export function createRoomFollower({ readRoom, later }: Ways) {
  const listeners: { [Kind in keyof Listeners]: Set<Listeners[Kind]> } = {
    state: new Set(),
    change: new Set(),
    missed: new Set(),
    reaction: new Set(),
  }
  const early = new Map<number, RoomChange>()
  let state: RoomState | null = null
  let newest = 0
  let reading: Promise<void> | null = null
  let isWaiting = false

  function on<Kind extends keyof Listeners>(kind: Kind, listener: Listeners[Kind]) {
    const set: Set<Listeners[Kind]> = listeners[kind]
    set.add(listener)
    return () => {
      set.delete(listener)
    }
  }

  function hear(news: RoomNews) {
    switch (news.kind) {
      case 'changes':
        for (const { number, change } of news.changes) early.set(number, change)
        newest = Math.max(newest, ...news.changes.map(({ number }) => number))
        return catchUp()
      case 'newest':
        newest = Math.max(newest, news.number)
        return catchUp()
      case 'reaction':
        for (const listener of listeners.reaction) listener(news)
    }
  }

  /** Takes what comes next in order; reads the whole where that does not come. */
  function catchUp() {
    if (!state) return
    const before = state
    for (const number of early.keys()) if (number <= state.number) early.delete(number)
    for (let next = nextOf(state); next; next = nextOf(state)) {
      early.delete(next.number)
      state = applyChange(state, next.number, next.change)
      for (const listener of listeners.change) listener(next.change, next.number)
    }
    if (state !== before) tell()
    if (state.number < newest) readLater()
  }

  function nextOf({ number }: RoomState) {
    const change = early.get(number + 1)
    return change && change.kind !== 'large' ? { number: number + 1, change } : null
  }

  function readLater() {
    if (isWaiting) return
    isWaiting = true
    later(() => {
      isWaiting = false
      if (state && state.number < newest) void refresh()
    }, OVERTAKEN_FOR)
  }

  function tell() {
    for (const listener of listeners.state) listener()
  }

  async function read() {
    try {
      const found = await readRoom()
      if (state && found.number < state.number) return
      const missed = state !== null && found.number > state.number
      state = found
      newest = Math.max(newest, found.number)
      tell()
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
    hear,
    refresh,
  }
}
