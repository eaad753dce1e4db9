/** What somebody receives of the class: everything, or sound and shared screens only. */
export type ReceiveMode = 'all' | 'audio_and_screen'

export type ReceiveModeState = {
  mode: ReceiveMode
  /** The network is weak for a while, and one has neither agreed nor said no. */
  offered: boolean
  /** Everything is back once the network is good. */
  revertsAutomatically: boolean
}

export type ReceiveModeStore = ReturnType<typeof createReceiveModeStore>

export const receiveAll: ReceiveModeState = { mode: 'all', offered: false, revertsAutomatically: false }

const WEAK_FOR = 5_000
const GOOD_FOR = 15_000
const LONGEST_GOOD_FOR = 240_000

/**
 * Decides what one receives. Weak for 5 s, sound and screens alone are offered; chosen while it is weak, everything is
 * back once it was good for 15 s, and for twice as long after each time, for it may be good only because so little is
 * received. Chosen while it is good, it stays until one asks. A store: subscribe, and read `state`.
 */
export function createReceiveModeStore(onChange: (mode: ReceiveMode) => void) {
  const listeners = new Set<() => void>()
  let state = receiveAll
  let isWeak = false
  let declined = false
  let revertAfter = GOOD_FOR
  let weakTimer: ReturnType<typeof setTimeout> | undefined
  let goodTimer: ReturnType<typeof setTimeout> | undefined

  function set(change: Partial<ReceiveModeState>) {
    const before = state
    state = { ...state, ...change }
    if (state.mode !== before.mode) onChange(state.mode)
    for (const listener of listeners) listener()
  }

  function handleWeak() {
    clearTimeout(goodTimer)
    goodTimer = undefined
    isWeak = true
    weakTimer ??= setTimeout(() => {
      if (state.mode === 'all' && !declined) set({ offered: true })
    }, WEAK_FOR)
  }

  function handleGood() {
    clearTimeout(weakTimer)
    weakTimer = undefined
    isWeak = false
    declined = false
    if (state.offered) set({ offered: false })
    scheduleRevert()
  }

  function scheduleRevert() {
    if (state.mode === 'all' || !state.revertsAutomatically || isWeak) return
    goodTimer ??= setTimeout(() => {
      goodTimer = undefined
      revertAfter = Math.min(revertAfter * 2, LONGEST_GOOD_FOR)
      set(receiveAll)
    }, revertAfter)
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
    /** How good the connection is, as LiveKit measures it every few seconds. */
    handleQuality(quality: 'weak' | 'good') {
      if (quality === 'weak') handleWeak()
      else handleGood()
    },
    /** Asked for, or agreed to. */
    choose(mode: ReceiveMode) {
      clearTimeout(goodTimer)
      goodTimer = undefined
      // Who wants everything on a weak network is not asked again until it was good.
      declined = isWeak && mode === 'all'
      set({ mode, offered: false, revertsAutomatically: isWeak && mode === 'audio_and_screen' })
    },
    /** No to what was offered. */
    decline() {
      declined = true
      set({ offered: false })
    },
    /** As our server has it from before a reload; it ends as if the network had been weak, which it probably was. */
    resume() {
      set({ mode: 'audio_and_screen', offered: false, revertsAutomatically: true })
      scheduleRevert()
    },
    /** One is out: the next time begins anew. */
    reset() {
      clearTimeout(weakTimer)
      clearTimeout(goodTimer)
      weakTimer = undefined
      goodTimer = undefined
      isWeak = false
      declined = false
      state = receiveAll
    },
  }
}
