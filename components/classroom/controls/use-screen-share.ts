import { useRoomContext } from '@livekit/components-react'
import { ScreenSharePresets, Track } from 'livekit-client'
import { useState } from 'react'
import type { LocalTracks } from '#components/classroom/media/local-tracks.ts'
import { useStore } from '#components/classroom/ui/store.ts'
import type { useLockGuard } from './use-lock-guard.ts'

/** The viewer's own screen share. Phones cannot share their screen. */
export function useScreenShare(localTracks: LocalTracks, lockGuard: ReturnType<typeof useLockGuard>) {
  const { localParticipant } = useRoomContext()
  const isSharing = useStore(localTracks, () => localTracks.isOn(Track.Source.ScreenShare))
  const [failed, setFailed] = useState(false)

  async function start() {
    setFailed(false)
    if (!(await lockGuard.ensureAllowed('screen'))) return
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
      // Closing the browser's dialog is a choice, not a failure.
      setFailed(!(error instanceof Error && error.name === 'NotAllowedError'))
    }
  }

  return {
    isSharing,
    failed,
    canShare: typeof navigator.mediaDevices?.getDisplayMedia === 'function',
    toggle: () => (isSharing ? localTracks.stopSharing() : start()),
    clearFailure: () => setFailed(false),
  }
}
