import type { DeviceChoices } from './device-choices.ts'

export type SkipPreviewParams = {
  /** One came by Join or Start, not to look at one's devices. */
  joinNow: boolean
  /** One asked to see the preview before every class. */
  alwaysPreview: boolean
  choices: DeviceChoices
  /** What the browser lists now; without permission its ids are empty. */
  devices: { deviceId: string }[]
}

/** Join goes straight in where it worked the last time and the devices of then are still there. */
export function maySkipPreview({ joinNow, alwaysPreview, choices, devices }: SkipPreviewParams): boolean {
  if (!joinNow || alwaysPreview || !choices.worked || !choices.microphone) return false
  const needed = choices.cameraOn && choices.camera ? [choices.camera] : []
  return [choices.microphone, ...needed].every(({ id }) => devices.some(({ deviceId }) => deviceId === id))
}
