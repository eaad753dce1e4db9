import { useSyncExternalStore } from 'react'

/** State that components and other stores subscribe to. */
export type Store<State> = {
  readonly state: State
  /** Calls the listener at each change, until the returned function is called. */
  subscribe(listener: () => void): () => void
}

/** Changes parts of the state. Listeners are called at once, or after a delay in ms. */
type SetState<State> = (change: Partial<State>, notifyAfterMs?: number) => void

/**
 * A store, and the function that changes it, which its owner keeps. `observe` is called for the first subscriber, and
 * the function that it returns after the last subscriber has left.
 */
export function createStore<State extends object>(
  initial: State,
  observe?: () => () => void,
): [Store<State>, SetState<State>] {
  const listeners = new Set<() => void>()
  let state = initial
  let stopObserving: (() => void) | undefined

  function notify() {
    for (const listener of listeners) listener()
  }

  function set(change: Partial<State>, notifyAfterMs = 0) {
    state = { ...state, ...change }
    if (notifyAfterMs > 0) setTimeout(notify, notifyAfterMs)
    else notify()
  }

  const store: Store<State> = {
    get state() {
      return state
    },
    subscribe(listener) {
      if (listeners.size === 0) stopObserving = observe?.()
      listeners.add(listener)
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) stopObserving?.()
      }
    },
  }
  return [store, set]
}

/**
 * A value of the store. Renders only when it changes, as `Object.is` says: `select` returns a part of the state or a
 * primitive, and creates nothing.
 */
export function useStore<State, Value>(store: Store<State>, select: (state: State) => Value): Value {
  const read = () => select(store.state)
  return useSyncExternalStore(store.subscribe, read, read)
}
