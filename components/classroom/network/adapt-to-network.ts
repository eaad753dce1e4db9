import { type ConnectionQuality, type Room, RoomEvent, Track } from 'livekit-client'
import { waitForFirstFrame } from '#components/classroom/livekit/first-frame.ts'
import type { LocalTracks } from '#components/classroom/media/local-tracks.ts'
import {
  createReceiveModeStore,
  type ReceiveModeStore,
} from '#components/classroom/room-state/receive-mode.ts'
import type { RoomServices } from '#components/classroom/room-state/room-services.ts'
import { ownerIdOf } from '#lib/livekit/ids.ts'

/**
 * Adapts the receive mode to the connection quality. In `audio_and_screen` mode the local camera is also off,
 * and the mode is sent to our server, so that trainers can see it.
 */
export function adaptToNetwork(
  room: Room,
  localTracks: LocalTracks,
  { roomState, api }: Pick<RoomServices, 'roomState' | 'api'>,
): ReceiveModeStore {
  const me = room.localParticipant
  let isCameraPaused = false
  let isFirstTime = true

  const receiveMode = createReceiveModeStore((mode) => {
    if (mode === 'audio_and_screen') {
      isCameraPaused = localTracks.isOn(Track.Source.Camera)
      if (isCameraPaused) void localTracks.set(Track.Source.Camera, false)
    } else {
      if (isCameraPaused) localTracks.set(Track.Source.Camera, true).catch(ignoreCameraFailure)
      isCameraPaused = false
    }
    sendReceiveMode()
  })

  function sendReceiveMode() {
    api.setReceiveMode(receiveMode.state.mode).catch(ignoreUntilReconnect)
  }

  /**
   * Resumes the mode that our server has from before a reload, and sends a change that our server missed while
   * the connection was lost.
   */
  async function syncReceiveMode() {
    await roomState.refresh()
    const isKnown = roomState.state.room?.audioOnly.some((id) => id === ownerIdOf(me.identity)) ?? false
    if (isFirstTime && isKnown) receiveMode.resume()
    else if (isKnown !== (receiveMode.state.mode === 'audio_and_screen')) sendReceiveMode()
    isFirstTime = false
  }

  room
    .on(RoomEvent.Connected, () => void waitForFirstFrame(room).then(syncReceiveMode))
    .on(RoomEvent.Connected, () => setTimeout(preloadHelp, FETCHED_AFTER_MS))
    .on(RoomEvent.Reconnected, syncReceiveMode)
    .on(RoomEvent.ConnectionQualityChanged, (quality, participant) => {
      const networkQuality = networkQualities[quality]
      if (participant === me && networkQuality) receiveMode.handleQuality(networkQuality)
    })
  return receiveMode
}

/** Delay that keeps the preload from competing with joining. The parts must be loaded before the network fails. */
const FETCHED_AFTER_MS = 5_000

function preloadHelp() {
  import('./connection-panel.tsx').catch(ignoreUntilReconnect)
  import('./disconnected-card.tsx').catch(ignoreUntilReconnect)
  import('./receive-mode-notice.tsx').catch(ignoreUntilReconnect)
}

const networkQualities: Record<ConnectionQuality, 'good' | 'weak' | null> = {
  excellent: 'good',
  good: 'good',
  poor: 'weak',
  lost: 'weak',
  unknown: null,
}

/** The camera no longer opens. Its button shows the failure when it is pressed. */
function ignoreCameraFailure() {}

/** A request that fails while the connection is lost is repeated after the next connection. */
function ignoreUntilReconnect() {}
