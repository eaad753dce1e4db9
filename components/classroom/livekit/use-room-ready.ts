import type { Room } from 'livekit-client'
import { startTransition, useEffect, useState } from 'react'
import { waitForFirstFrame } from './first-frame.ts'

/**
 * Whether the room is shown and its first video frame is there, or does not come soon. Components that the video does
 * not need render from then on, in slices.
 */
export function useRoomReady(room: Room, isShown: boolean): boolean {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    if (!isShown) return
    let gone = false
    void waitForFirstFrame(room).then(() => {
      if (!gone) startTransition(() => setReady(true))
    })
    return () => {
      gone = true
    }
  }, [room, isShown])
  return isReady && isShown
}
