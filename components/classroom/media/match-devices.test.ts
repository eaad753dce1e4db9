import { expect, test } from 'vitest'
import { type DeviceChoices, defaultChoices } from './device-choices.ts'
import { type ListedDevice, matchDevices } from './match-devices.ts'

const chosen: DeviceChoices = {
  ...defaultChoices,
  camera: { id: 'camera-then', label: 'Desk camera' },
  microphone: { id: 'microphone-then', label: 'Headset' },
}
const camera: ListedDevice = { kind: 'videoinput', deviceId: 'camera-now', label: 'Desk camera' }

test('a device with a new id is known by its label', () => {
  expect(matchDevices(chosen, [camera]).camera).toEqual({ id: 'camera-now', label: 'Desk camera' })
})

test.each<[string, ListedDevice[]]>([
  ['its id is still there', [{ ...camera, deviceId: 'camera-then', label: '' }, camera]],
  ['the label is another kind of device’s', [{ ...camera, kind: 'audioinput' }]],
  ['the browser names nothing without permission', [{ kind: 'videoinput', deviceId: '', label: '' }]],
  ['it is gone', []],
])('%s: it stays as it was', (_why, listed) => {
  expect(matchDevices(chosen, listed)).toEqual(chosen)
})

test('what was never chosen stays so', () => {
  expect(matchDevices(defaultChoices, [camera])).toEqual(defaultChoices)
})
