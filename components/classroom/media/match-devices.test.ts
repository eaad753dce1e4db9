import { expect, test } from 'vitest'
import { type DeviceChoices, defaultChoices } from './device-choices.ts'
import { type ListedDevice, matchDevices } from './match-devices.ts'

const chosen: DeviceChoices = {
  ...defaultChoices,
  camera: { id: 'camera-then', label: 'Desk camera' },
  microphone: { id: 'microphone-then', label: 'Headset' },
}
const camera: ListedDevice = { kind: 'videoinput', deviceId: 'camera-now', label: 'Desk camera' }

test('a device with a new id is recognised by its label', () => {
  expect(matchDevices(chosen, [camera]).camera).toEqual({ id: 'camera-now', label: 'Desk camera' })
})

test.each<[string, ListedDevice[]]>([
  ['its id is still there', [{ ...camera, deviceId: 'camera-then', label: '' }, camera]],
  ['the label belongs to another kind of device', [{ ...camera, kind: 'audioinput' }]],
  ['the browser gives no names without permission', [{ kind: 'videoinput', deviceId: '', label: '' }]],
  ['the device is gone', []],
])('%s: the choice stays unchanged', (_why, listed) => {
  expect(matchDevices(chosen, listed)).toEqual(chosen)
})

test('a device that was never chosen stays unchosen', () => {
  expect(matchDevices(defaultChoices, [camera])).toEqual(defaultChoices)
})
