import type { Choices, KnownDevice } from './choices.ts'

export type ListedDevice = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>

/**
 * The choices with each device's id as the browser lists it now. Some browsers make new ids at each visit, so that
 * nobody is followed by them; then the device with the same label is taken for the same.
 */
export function recognise(choices: Choices, listed: ListedDevice[]): Choices {
  return {
    ...choices,
    camera: findAgain(choices.camera, 'videoinput', listed),
    microphone: findAgain(choices.microphone, 'audioinput', listed),
    speaker: findAgain(choices.speaker, 'audiooutput', listed),
  }
}

function findAgain(
  device: KnownDevice | null,
  kind: MediaDeviceKind,
  listed: ListedDevice[],
): KnownDevice | null {
  const ofKind = listed.filter((one) => one.kind === kind)
  if (!device || ofKind.some(({ deviceId }) => deviceId === device.id)) return device
  const twin = ofKind.find(({ deviceId, label }) => deviceId !== '' && label !== '' && label === device.label)
  return twin ? { ...device, id: twin.deviceId } : device
}
