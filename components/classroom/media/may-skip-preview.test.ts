import { expect, test } from 'vitest'
import { defaultChoices } from './device-choices.ts'
import { maySkipPreview, type SkipPreviewParams } from './may-skip-preview.ts'

const camera = { id: 'camera', label: 'Desk camera' }
const microphone = { id: 'microphone', label: 'Headset' }
const asLastTime: SkipPreviewParams = {
  joinNow: true,
  alwaysPreview: false,
  choices: { ...defaultChoices, camera, microphone, worked: true },
  devices: [{ deviceId: 'camera' }, { deviceId: 'microphone' }],
}

test('with everything as last time the preview is skipped', () => {
  expect(maySkipPreview(asLastTime)).toBe(true)
})

test.each<[string, Partial<SkipPreviewParams>]>([
  ['the user came to check the devices', { joinNow: false }],
  ['the user wants the preview every time', { alwaysPreview: true }],
  ['the devices never worked', { choices: { ...asLastTime.choices, worked: false } }],
  ['there was no microphone', { choices: { ...asLastTime.choices, microphone: null } }],
  ['the microphone is gone', { devices: [{ deviceId: 'camera' }] }],
  ['the camera is gone', { devices: [{ deviceId: 'microphone' }] }],
  ['the browser asks for permission again', { devices: [{ deviceId: '' }, { deviceId: '' }] }],
])('%s: the preview shows', (_why, change) => {
  expect(maySkipPreview({ ...asLastTime, ...change })).toBe(false)
})

test('a camera that was off does not need to be connected', () => {
  const choices = { ...asLastTime.choices, cameraOn: false }
  expect(maySkipPreview({ ...asLastTime, choices, devices: [{ deviceId: 'microphone' }] })).toBe(true)
})
