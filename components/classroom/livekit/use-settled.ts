import type { Room } from 'livekit-client'
import { startTransition, useEffect, useState } from 'react'
import { whenPictureShows } from './first-frame.ts'

/**
 * Whether the room is shown and its first picture is there, or does not come soon. What the picture does not need is
 * drawn from then on, in slices.
 */
export function useSettled(room: Room, isShown: boolean): boolean {
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    if (!isShown) return
    let gone = false
    void whenPictureShows(room).then(() => {
      if (!gone) startTransition(() => setSettled(true))
    })
    return () => {
      gone = true
    }
  }, [room, isShown])
  return isSettled && isShown
}
