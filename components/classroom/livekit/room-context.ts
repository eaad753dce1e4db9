import type { Room } from 'livekit-client'
import { createContext } from 'react'
import { useRequired } from '#components/classroom/ui/use-required.ts'

export const RoomContext = createContext<Room | null>(null)

/** The LiveKit room, for components inside it. */
export function useRoom(): Room {
  return useRequired(RoomContext)
}
