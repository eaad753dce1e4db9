import type { DeviceFault } from '#components/classroom/media/device-fault.ts'
import type { LocalDevice } from '#components/classroom/media/local-media.ts'
import type { CheckOutcomes, NetworkOutcome } from '#lib/device-check/policy.ts'

export type UnfinishedCheck = {
  camera: LocalDevice
  microphone: LocalDevice
  /** Whether the microphone gave any sound. */
  heard: boolean
  /** The viewer's answer about the test sound; null before it. */
  speaker: CheckOutcomes['speaker'] | null
  network: NetworkOutcome | null
}

/** The outcomes of a check, or null while a step is not done. */
export function outcomesOf({
  camera,
  microphone,
  heard,
  speaker,
  network,
}: UnfinishedCheck): CheckOutcomes | null {
  const cameraOutcome = camera.track ? 'works' : faultOutcome(camera.fault)
  const microphoneOutcome = microphone.track ? (heard ? 'heard' : 'silent') : faultOutcome(microphone.fault)
  if (!cameraOutcome || !microphoneOutcome || !speaker || !network) return null
  return { camera: cameraOutcome, microphone: microphoneOutcome, speaker, ...network }
}

function faultOutcome(fault: DeviceFault | null): 'missing' | 'blocked' | 'failed' | null {
  switch (fault) {
    case null:
      return null
    case 'missing':
      return 'missing'
    case 'denied':
    case 'dismissed':
    case 'blockedBySystem':
    case 'insecure':
      return 'blocked'
    case 'busy':
    case 'unknown':
      return 'failed'
  }
}
