import type { Choices } from './choices.ts'

export type SkipQuestion = {
  /** One came by Join or Start, not to look at one's devices. */
  go: boolean
  /** One asked to see the preview before every class. */
  always: boolean
  choices: Choices
  /** What the browser lists now; without permission its ids are empty. */
  devices: { deviceId: string }[]
}

/** Join goes straight in where it worked the last time and the devices of then are still there. */
export function maySkipPreview({ go, always, choices, devices }: SkipQuestion): boolean {
  if (!go || always || !choices.worked || !choices.microphone) return false
  const needed = choices.cameraOn && choices.camera ? [choices.camera] : []
  return [choices.microphone, ...needed].every(({ id }) => devices.some(({ deviceId }) => deviceId === id))
}
