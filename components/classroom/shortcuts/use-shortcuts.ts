import { useEffect, useEffectEvent, useRef } from 'react'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { type ShortcutCommand, shortcutCommandOf } from './shortcut-command.ts'

type ShortcutsOptions = { controls: RoomControls; isUsable: boolean; onTalking: (talking: boolean) => void }

/** Keyboard shortcuts of the room, while it can be used. */
export function useShortcuts({ controls, isUsable, onTalking }: ShortcutsOptions) {
  const talking = useRef(false)

  const runCommand = useEffectEvent((command: ShortcutCommand) => {
    const { canManageHands, canAdmit, canMute } = controls.abilities
    switch (command) {
      case 'microphone':
        return controls.microphone.set(!controls.microphone.on)
      case 'camera':
        return controls.camera.set(!controls.camera.on)
      case 'share':
        return controls.share.canShare && controls.share.toggle()
      case 'people':
        return controls.togglePanel('people')
      case 'chat':
        return controls.togglePanel('chat')
      case 'hand':
        return controls.canRaiseHand && controls.toggleHand()
      case 'next-hand':
        return canManageHands && controls.grantFloorToNext()
      case 'admit-all':
        return canAdmit && controls.admitAll()
      case 'mute-all':
        return canMute && controls.muteAll()
      case 'layout':
        return controls.toggleLayout()
      case 'shortcuts':
        return controls.toggleShortcuts()
      case 'close':
        return controls.closePanel()
      case 'talk':
        return talk()
      case 'next-region':
        return focusRegion(1)
      case 'previous-region':
        return focusRegion(-1)
    }
  })

  const talk = useEffectEvent(() => {
    if (controls.microphone.on || talking.current) return
    talking.current = true
    onTalking(true)
    void controls.microphone.set(true)
  })

  const stopTalking = useEffectEvent(() => {
    if (!talking.current) return
    talking.current = false
    onTalking(false)
    void controls.microphone.set(false)
  })

  const readCommand = useEffectEvent((event: KeyboardEvent) =>
    shortcutCommandOf(event, focusContextOf(event.target), { letters: controls.letterShortcuts.on }),
  )

  useEffect(() => {
    if (!isUsable) return
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector('dialog[open], [popover]:popover-open')) return
      const command = readCommand(event)
      if (!command) return
      event.preventDefault()
      runCommand(command)
    }
    function release(event: KeyboardEvent) {
      if (event.key === ' ') stopTalking()
    }
    const abort = new AbortController()
    const { signal } = abort
    addEventListener('keydown', press, { signal })
    addEventListener('keyup', release, { signal })
    addEventListener('blur', () => stopTalking(), { signal })
    return () => {
      abort.abort()
      stopTalking()
    }
  }, [isUsable])
}

function focusContextOf(target: EventTarget | null) {
  const element = target instanceof Element ? target : null
  return {
    typing: Boolean(
      element?.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'),
    ),
    onControl: Boolean(element?.closest('button, a, input, summary, [role=button], [role^=menuitem]')),
  }
}

/** Stage, panel and controls have `data-region`. F6 cycles through them. */
function focusRegion(step: 1 | -1) {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  const start = at === -1 && step === -1 ? 0 : at
  regions.at((start + step) % regions.length)?.focus()
}
