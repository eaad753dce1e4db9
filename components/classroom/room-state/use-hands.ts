import type { Hand } from '#lib/classroom/room/api.ts'
import { useRoomState } from './room-services.ts'

const none: Hand[] = []

/** The hands that are up, in line. */
export function useHands(): Hand[] {
  return useRoomState((state) => state.hands, none)
}

/** Somebody's place in line, from 1; 0 where their hand is down. */
export function useHandPosition(userId: string): number {
  return useRoomState((state) => state.hands.findIndex((hand) => hand.userId === userId) + 1, 0)
}

/** Who was given the word, or null. */
export function useFloorHolder() {
  return useRoomState((state) => state.floor, null)
}
