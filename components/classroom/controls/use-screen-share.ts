import { ScreenSharePresets, Track } from 'livekit-client'
import { useState, useSyncExternalStore } from 'react'
import { useRoom } from '#components/classroom/livekit/room-context.ts'
import type { KeptTracks } from '#components/classroom/media/kept-tracks.ts'
import type { useLocked } from './use-locked.ts'

/** One's own shared screen. Phones cannot share theirs. */
export function useScreenShare(own: KeptTracks, locked: ReturnType<typeof useLocked>) {
  const { localParticipant } = useRoom()
  const isSharing = useSyncExternalStore(own.subscribe, () => own.isOn(Track.Source.ScreenShare))
  const [failed, setFailed] = useState(false)

  async function start() {
    setFailed(false)
    if (!(await locked.allow('screen'))) return
    try {
      await localParticipant.setScreenShareEnabled(true, {
        audio: true,
        resolution: ScreenSharePresets.h1080fps15.resolution,
        contentHint: 'detail',
        selfBrowserSurface: 'exclude',
        surfaceSwitching: 'include',
        systemAudio: 'include',
      })
    } catch (error) {
      // Closing the browser's own dialog is a choice, not a failure.
      setFailed(!(error instanceof Error && error.name === 'NotAllowedError'))
    }
  }

  return {
    isSharing,
    failed,
    canShare: typeof navigator.mediaDevices?.getDisplayMedia === 'function',
    toggle: () => (isSharing ? own.stopSharing() : start()),
    forgetFailure: () => setFailed(false),
  }
}
