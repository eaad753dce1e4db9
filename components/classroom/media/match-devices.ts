import type { DeviceChoices, KnownDevice } from './device-choices.ts'

export type ListedDevice = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>

/**
 * The choices with each device's current id. Some browsers create new ids at each visit to prevent tracking;
 * then a device with the same label counts as the same.
 */
export function matchDevices(choices: DeviceChoices, listed: ListedDevice[]): DeviceChoices {
  return {
    ...choices,
    camera: matchDevice(choices.camera, 'videoinput', listed),
    microphone: matchDevice(choices.microphone, 'audioinput', listed),
    speaker: matchDevice(choices.speaker, 'audiooutput', listed),
  }
}

function matchDevice(
  device: KnownDevice | null,
  kind: MediaDeviceKind,
  listed: ListedDevice[],
): KnownDevice | null {
  const ofKind = listed.filter((listedDevice) => listedDevice.kind === kind)
  if (!device || ofKind.some(({ deviceId }) => deviceId === device.id)) return device
  const twin = ofKind.find(({ deviceId, label }) => deviceId !== '' && label !== '' && label === device.label)
  return twin ? { ...device, id: twin.deviceId } : device
}
