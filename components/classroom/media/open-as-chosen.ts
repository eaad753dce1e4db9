import type { Viewer } from '#components/classroom/ui/viewer.ts'
import type { BroughtMedia } from './brought-media.ts'
import type { OwnMedia } from './own-media.ts'
import { rememberChoices, rememberedChoices } from './remembered.ts'

/** Opens camera and microphone as chosen the last time; a student's microphone always, for the way in is muted. */
export async function openAsChosen(media: OwnMedia, role: Viewer['role']): Promise<void> {
  const chosen = rememberedChoices()
  await media.openBoth(
    { on: chosen.cameraOn, id: chosen.camera?.id ?? null },
    { on: role === 'STUDENT' || chosen.microphoneOn, id: chosen.microphone?.id ?? null },
  )
  const { camera, microphone } = media.state
  rememberChoices({ ...named('camera', camera.track), ...named('microphone', microphone.track) })
}

/** What goes into the room: what is open, or else what was chosen; it is remembered for the next time. */
export async function takeMedia(media: OwnMedia, role: Viewer['role']): Promise<BroughtMedia> {
  if (!media.state.camera.on && !media.state.microphone.on) await openAsChosen(media, role)
  const { camera, microphone } = await media.take()
  const { microphoneOn } = rememberedChoices()
  rememberChoices({
    worked: microphone !== null || (role === 'TRAINER' && !microphoneOn),
    ...named('camera', camera),
    ...named('microphone', microphone),
  })
  return { camera, microphone, microphoneOn: role === 'TRAINER' && microphoneOn }
}

function named(key: 'camera' | 'microphone', track: MediaStreamTrack | null) {
  const id = track?.getSettings().deviceId
  return track && id ? { [key]: { id, label: track.label } } : {}
}
