import { RoomEvent } from 'livekit-client'
import { useRoomValue } from './room-value.ts'

const soundEvents = [RoomEvent.AudioPlaybackStatusChanged]

/** Whether the browser plays sound; some browsers play none until a press. */
export function useCanPlaySound(): boolean {
  return useRoomValue(soundEvents, (room) => room.canPlaybackAudio)
}
