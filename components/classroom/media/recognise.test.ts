import { expect, test } from 'vitest'
import { type Choices, firstChoices } from './choices.ts'
import { type ListedDevice, recognise } from './recognise.ts'

const chosen: Choices = {
  ...firstChoices,
  camera: { id: 'camera-then', label: 'Desk camera' },
  microphone: { id: 'microphone-then', label: 'Headset' },
}
const camera: ListedDevice = { kind: 'videoinput', deviceId: 'camera-now', label: 'Desk camera' }

test('a device with a new id is known by its label', () => {
  expect(recognise(chosen, [camera]).camera).toEqual({ id: 'camera-now', label: 'Desk camera' })
})

test.each<[string, ListedDevice[]]>([
  ['its id is still there', [{ ...camera, deviceId: 'camera-then', label: '' }, camera]],
  ['the label is another kind of device’s', [{ ...camera, kind: 'audioinput' }]],
  ['the browser names nothing without permission', [{ kind: 'videoinput', deviceId: '', label: '' }]],
  ['it is gone', []],
])('%s: it stays as it was', (_why, listed) => {
  expect(recognise(chosen, listed)).toEqual(chosen)
})

test('what was never chosen stays so', () => {
  expect(recognise(firstChoices, [camera])).toEqual(firstChoices)
})
