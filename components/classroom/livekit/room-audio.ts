import { type RemoteTrack, RoomEvent, Track } from 'livekit-client'
import { useEffect } from 'react'
import { useRoom } from './room-context.ts'

/** Plays the audio of all participants: one element per audio track, without React rendering. */
export function RoomAudio() {
  const room = useRoom()
  useEffect(() => {
    const sink = document.createElement('div')
    sink.hidden = true
    document.body.append(sink)
    const attach = (track: RemoteTrack) => {
      if (track.kind === Track.Kind.Audio) sink.append(track.attach())
    }
    const detach = (track: RemoteTrack) => {
      if (track.kind === Track.Kind.Audio) for (const element of track.detach()) element.remove()
    }
    const voices = [...room.remoteParticipants.values()].flatMap((person) => person.getTrackPublications())
    for (const { audioTrack } of voices)
      if (audioTrack && !audioTrack.isLocal) sink.append(audioTrack.attach())
    room.on(RoomEvent.TrackSubscribed, attach)
    room.on(RoomEvent.TrackUnsubscribed, detach)
    return () => {
      room.off(RoomEvent.TrackSubscribed, attach)
      room.off(RoomEvent.TrackUnsubscribed, detach)
      sink.remove()
    }
  }, [room])
  return null
}
