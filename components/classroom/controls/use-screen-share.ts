import { ScreenSharePresets, Track } from 'livekit-client'
import { useState } from 'react'
import { useActivePublication } from '#components/classroom/room/people.ts'
import { useRoom } from '#components/classroom/room/room-context.ts'

/** One's own shared screen. Phones cannot share theirs. */
export function useScreenShare(stopSharing: () => Promise<void>) {
  const { localParticipant } = useRoom()
  const isSharing = useActivePublication(localParticipant, Track.Source.ScreenShare) !== undefined
  const [failed, setFailed] = useState(false)

  async function start() {
    setFailed(false)
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
    toggle: () => (isSharing ? stopSharing() : start()),
    forgetFailure: () => setFailed(false),
  }
}

export type ScreenShare = ReturnType<typeof useScreenShare>
