import type { BroughtMedia } from '#components/classroom/visit/connection.ts'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import type { OwnMedia } from './own-media.ts'
import { rememberChoices, rememberedChoices } from './remembered.ts'

/** Opens camera and microphone as chosen the last time; a student's microphone always, for the way in is muted. */
export async function openAsChosen(media: OwnMedia, role: Viewer['role']): Promise<void> {
  const { cameraOn, cameraId, microphoneOn, microphoneId } = rememberedChoices()
  await media.openBoth(
    { on: cameraOn, id: cameraId },
    { on: role === 'STUDENT' || microphoneOn, id: microphoneId },
  )
  const { camera, microphone } = media.state
  rememberChoices({ ...idOf('cameraId', camera.track), ...idOf('microphoneId', microphone.track) })
}

/** What goes into the room: what is open, or else what was chosen; it is remembered for the next time. */
export async function takeMedia(media: OwnMedia, role: Viewer['role']): Promise<BroughtMedia> {
  if (!media.state.camera.on && !media.state.microphone.on) await openAsChosen(media, role)
  const { camera, microphone } = await media.take()
  const { microphoneOn } = rememberedChoices()
  rememberChoices({
    worked: microphone !== null || (role === 'TRAINER' && !microphoneOn),
    ...idOf('cameraId', camera),
    ...idOf('microphoneId', microphone),
  })
  return { camera, microphone, microphoneOn: role === 'TRAINER' && microphoneOn }
}

function idOf(key: 'cameraId' | 'microphoneId', track: MediaStreamTrack | null) {
  const id = track?.getSettings().deviceId
  return id ? { [key]: id } : {}
}
