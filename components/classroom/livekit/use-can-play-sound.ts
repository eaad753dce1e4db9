import { RoomEvent } from 'livekit-client'
import { useRoomValue } from './room-value.ts'

const soundEvents = [RoomEvent.AudioPlaybackStatusChanged]

/** Whether the browser plays sound; some stay silent until something is pressed. */
export function useCanPlaySound(): boolean {
  return useRoomValue(soundEvents, (room) => room.canPlaybackAudio)
}
