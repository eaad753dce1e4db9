import { createStore } from '#components/classroom/ui/store.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'

/** Media that the viewer receives: everything, or audio and shared screens only. */
export type ReceiveMode = 'all' | 'audio_and_screen'

export type ReceiveModeState = {
  mode: ReceiveMode
  /** The network has been weak for a while, and the viewer has neither accepted nor declined. */
  offered: boolean
  /** Full video returns once the network is good. */
  revertsAutomatically: boolean
}

export type ReceiveModeStore = ReturnType<typeof createReceiveModeStore>

export const receiveAll: ReceiveModeState = { mode: 'all', offered: false, revertsAutomatically: false }

const WEAK_FOR_MS = 5_000
const GOOD_FOR_MS = 15_000
const LONGEST_GOOD_FOR_MS = 4 * MINUTE_MS

/**
 * Decides the receive mode. After 5 s of a weak network, audio and screen only is offered. If it was chosen on
 * a weak network, full video returns after 15 s of a good one; this time doubles after each return, because the
 * network may be good only because so little is received. If it was chosen on a good network, it stays until
 * the viewer changes it.
 */
export function createReceiveModeStore(onChange: (mode: ReceiveMode) => void) {
  const [store, setState] = createStore(receiveAll)
  let isWeak = false
  let declined = false
  let revertAfter = GOOD_FOR_MS
  let weakTimer: ReturnType<typeof setTimeout> | undefined
  let goodTimer: ReturnType<typeof setTimeout> | undefined

  function set(change: Partial<ReceiveModeState>) {
    const { mode } = store.state
    setState(change)
    if (store.state.mode !== mode) onChange(store.state.mode)
  }

  function handleWeak() {
    clearTimeout(goodTimer)
    goodTimer = undefined
    isWeak = true
    weakTimer ??= setTimeout(() => {
      if (store.state.mode === 'all' && !declined) set({ offered: true })
    }, WEAK_FOR_MS)
  }

  function handleGood() {
    clearTimeout(weakTimer)
    weakTimer = undefined
    isWeak = false
    declined = false
    if (store.state.offered) set({ offered: false })
    scheduleRevert()
  }

  function scheduleRevert() {
    if (store.state.mode === 'all' || !store.state.revertsAutomatically || isWeak) return
    goodTimer ??= setTimeout(() => {
      goodTimer = undefined
      revertAfter = Math.min(revertAfter * 2, LONGEST_GOOD_FOR_MS)
      set(receiveAll)
    }, revertAfter)
  }

  return Object.assign(store, {
    /** Connection quality, as LiveKit measures it every few seconds. */
    handleQuality(quality: 'weak' | 'good') {
      if (quality === 'weak') handleWeak()
      else handleGood()
    },
    /** Sets a mode that the viewer requested or accepted. */
    choose(mode: ReceiveMode) {
      clearTimeout(goodTimer)
      goodTimer = undefined
      // A viewer who wants everything on a weak network gets no further offer until the network was good.
      declined = isWeak && mode === 'all'
      set({ mode, offered: false, revertsAutomatically: isWeak && mode === 'audio_and_screen' })
    },
    /** Declines the offer. */
    decline() {
      declined = true
      set({ offered: false })
    },
    /** Restores the mode from before a reload. It ends as if it was chosen on a weak network, which is likely. */
    resume() {
      set({ mode: 'audio_and_screen', offered: false, revertsAutomatically: true })
      scheduleRevert()
    },
    /** Resets the store when the viewer leaves. */
    reset() {
      clearTimeout(weakTimer)
      clearTimeout(goodTimer)
      weakTimer = undefined
      goodTimer = undefined
      isWeak = false
      declined = false
      setState(receiveAll)
    },
  })
}
