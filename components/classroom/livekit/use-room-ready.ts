import type { Room } from 'livekit-client'
import { startTransition, useEffect, useState } from 'react'
import { waitForFirstFrame } from './first-frame.ts'

/**
 * Whether the room is shown and its first picture is there, or does not come soon. What the picture does not need is
 * drawn from then on, in slices.
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
