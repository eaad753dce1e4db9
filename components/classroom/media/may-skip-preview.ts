import type { DeviceChoices } from './device-choices.ts'

export type SkipPreviewParams = {
  /** Opened by Join or Start, not to check devices. */
  joinNow: boolean
  /** The viewer wants the preview before every class. */
  alwaysPreview: boolean
  choices: DeviceChoices
  /** The devices that the browser lists now; without permission their ids are empty. */
  devices: { deviceId: string }[]
}

/** Whether Join skips the preview: it worked last time, and the same devices are still connected. */
export function maySkipPreview({ joinNow, alwaysPreview, choices, devices }: SkipPreviewParams): boolean {
  if (!joinNow || alwaysPreview || !choices.worked || !choices.microphone) return false
  const needed = choices.cameraOn && choices.camera ? [choices.camera] : []
  return [choices.microphone, ...needed].every(({ id }) => devices.some(({ deviceId }) => deviceId === id))
}
