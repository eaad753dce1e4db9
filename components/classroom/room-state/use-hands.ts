import type { Hand } from '#lib/classroom/room/api.ts'
import { useRoomState } from './room-services.ts'

const none: Hand[] = []

/** Raised hands, in queue order. */
export function useHands(): Hand[] {
  return useRoomState((state) => state.hands, none)
}

/** Position of the user's hand in the queue, from 1; 0 if it is not raised. */
export function useHandPosition(userId: string): number {
  return useRoomState((state) => state.hands.findIndex((hand) => hand.userId === userId) + 1, 0)
}

/** The participant who holds the floor, or null. */
export function useFloorHolder() {
  return useRoomState((state) => state.floor, null)
}
