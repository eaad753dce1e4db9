import type { Viewer } from '#components/classroom/ui/viewer.ts'
import type { InitialMedia } from './initial-media.ts'
import type { LocalMedia } from './local-media.ts'
import { rememberChoices, rememberedChoices } from './remembered.ts'

/** Opens camera and microphone as chosen last time. A student's microphone is always opened; students join muted. */
export async function openChosenDevices(media: LocalMedia, role: Viewer['role']): Promise<void> {
  const chosen = rememberedChoices()
  await media.openBoth(
    { on: chosen.cameraOn, id: chosen.camera?.id ?? null },
    { on: role === 'STUDENT' || chosen.microphoneOn, id: chosen.microphone?.id ?? null },
  )
  const { camera, microphone } = media.state
  rememberChoices({
    ...deviceChoice('camera', camera.track),
    ...deviceChoice('microphone', microphone.track),
  })
}

/** The media for the room: the open devices, or else the chosen ones. Stores them for the next time. */
export async function takeMedia(media: LocalMedia, role: Viewer['role']): Promise<InitialMedia> {
  if (!media.state.camera.on && !media.state.microphone.on) await openChosenDevices(media, role)
  const { camera, microphone } = await media.take()
  const { microphoneOn } = rememberedChoices()
  rememberChoices({
    worked: microphone !== null || (role === 'TRAINER' && !microphoneOn),
    ...deviceChoice('camera', camera),
    ...deviceChoice('microphone', microphone),
  })
  return { camera, microphone, microphoneOn: role === 'TRAINER' && microphoneOn }
}

function deviceChoice(key: 'camera' | 'microphone', track: MediaStreamTrack | null) {
  const id = track?.getSettings().deviceId
  return track && id ? { [key]: { id, label: track.label } } : {}
}
