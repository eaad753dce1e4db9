import type { Room } from 'livekit-client'
import { createContext, useContext } from 'react'

export const RoomContext = createContext<Room | null>(null)

/** The LiveKit room, for components inside it. */
export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('useRoom is used outside the room')
  return room
}
