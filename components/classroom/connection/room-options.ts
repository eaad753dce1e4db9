import { AudioPresets, type RoomOptions, ScreenSharePresets, VideoPresets } from 'livekit-client'
import { rememberedChoices } from '#components/classroom/media/remembered.ts'
import { reconnectPolicy } from './livekit-transport.ts'

/** Room options for a participant with camera and microphone, on the devices chosen last time. */
export function roomOptions(): RoomOptions {
  const { camera, microphone, speaker, noiseSuppression } = rememberedChoices()
  return {
    adaptiveStream: true,
    dynacast: true,
    // The tracks survive a lost connection; leaving releases them.
    stopLocalTrackOnUnpublish: false,
    audioCaptureDefaults: {
      echoCancellation: true,
      noiseSuppression,
      autoGainControl: true,
      ...(microphone && { deviceId: microphone.id }),
    },
    videoCaptureDefaults: {
      resolution: VideoPresets.h720.resolution,
      ...(camera && { deviceId: camera.id }),
    },
    ...(speaker && { audioOutput: { deviceId: speaker.id } }),
    publishDefaults: {
      audioPreset: AudioPresets.speech,
      videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
      screenShareEncoding: ScreenSharePresets.h1080fps15.encoding,
    },
    reconnectPolicy,
  }
}
