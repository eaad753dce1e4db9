import { useRoomContext } from '@livekit/components-react'
import { Room, RoomEvent } from 'livekit-client'
import { useEffect, useState } from 'react'

/** The devices of a kind, including devices plugged in or allowed later. Does not request permission. */
export function useDevices(kind: MediaDeviceKind): MediaDeviceInfo[] {
  const room = useRoomContext()
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([])
  useEffect(() => {
    let gone = false
    async function list() {
      const found = await Room.getLocalDevices(kind, false).catch(() => [])
      if (!gone) setDevices(found)
    }
    void list()
    navigator.mediaDevices?.addEventListener('devicechange', list)
    room.on(RoomEvent.LocalTrackPublished, list)
    return () => {
      gone = true
      navigator.mediaDevices?.removeEventListener('devicechange', list)
      room.off(RoomEvent.LocalTrackPublished, list)
    }
  }, [room, kind])
  return devices
}
