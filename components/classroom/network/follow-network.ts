import { type ConnectionQuality, type Room, RoomEvent, Track } from 'livekit-client'
import { whenPictureShows } from '#components/classroom/livekit/first-frame.ts'
import type { KeptTracks } from '#components/classroom/media/kept-tracks.ts'
import type { InClass } from '#components/classroom/room-state/class-context.ts'
import { createReception, type ReceptionStore } from '#components/classroom/room-state/reception.ts'
import { ownerOf } from '#lib/livekit/ids.ts'

/**
 * What one receives in a room, by how good the connection is. On sound and screens only, one's own camera rests too,
 * and our server knows of it, so that whoever teaches sees it.
 */
export function followNetwork(room: Room, own: KeptTracks, { follower, api }: InClass): ReceptionStore {
  const me = room.localParticipant
  let cameraRests = false
  let isFirstTime = true

  const reception = createReception((mode) => {
    if (mode === 'audio_and_screen') {
      cameraRests = own.isOn(Track.Source.Camera)
      if (cameraRests) void own.set(Track.Source.Camera, false)
    } else {
      if (cameraRests) own.set(Track.Source.Camera, true).catch(stayOff)
      cameraRests = false
    }
    tell()
  })

  function tell() {
    api.changeReception(reception.state.mode).catch(nextTime)
  }

  /** What our server has from before a reload goes on; what it did not hear while one was away it hears now. */
  async function agree() {
    await follower.refresh()
    const isKnown = follower.state?.audioOnly.some((id) => id === ownerOf(me.identity)) ?? false
    if (isFirstTime && isKnown) reception.resume()
    else if (isKnown !== (reception.state.mode === 'audio_and_screen')) tell()
    isFirstTime = false
  }

  room
    .on(RoomEvent.Connected, () => void whenPictureShows(room).then(agree))
    .on(RoomEvent.Connected, () => setTimeout(fetchHelp, FETCHED_AFTER_MS))
    .on(RoomEvent.Reconnected, agree)
    .on(RoomEvent.ConnectionQualityChanged, (quality, participant) => {
      const heard = heardAs[quality]
      if (participant === me && heard) reception.hear(heard)
    })
  return reception
}

/** Help has to be there when the network is not, and does not compete with the way in. */
const FETCHED_AFTER_MS = 5_000

function fetchHelp() {
  import('./connection-panel.tsx').catch(nextTime)
  import('./lost-card.tsx').catch(nextTime)
  import('./reception-notice.tsx').catch(nextTime)
}

const heardAs: Record<ConnectionQuality, 'good' | 'weak' | null> = {
  excellent: 'good',
  good: 'good',
  poor: 'weak',
  lost: 'weak',
  unknown: null,
}

/** The camera does not open any more; its button says so when it is pressed. */
function stayOff() {}

/** Whoever is away is asked and told with the next connection. */
function nextTime() {}
