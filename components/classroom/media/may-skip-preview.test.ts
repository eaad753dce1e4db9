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

test('everything as the last time: straight in', () => {
  expect(maySkipPreview(asLastTime)).toBe(true)
})

test.each<[string, Partial<SkipPreviewParams>]>([
  ['one came to look at one’s devices', { joinNow: false }],
  ['one wants to see it every time', { alwaysPreview: true }],
  ['it never worked', { choices: { ...asLastTime.choices, worked: false } }],
  ['there was no microphone', { choices: { ...asLastTime.choices, microphone: null } }],
  ['the microphone is gone', { devices: [{ deviceId: 'camera' }] }],
  ['the camera is gone', { devices: [{ deviceId: 'microphone' }] }],
  ['the browser asks again', { devices: [{ deviceId: '' }, { deviceId: '' }] }],
])('%s: the preview shows', (_why, change) => {
  expect(maySkipPreview({ ...asLastTime, ...change })).toBe(false)
})

test('a camera that was off need not be there', () => {
  const choices = { ...asLastTime.choices, cameraOn: false }
  expect(maySkipPreview({ ...asLastTime, choices, devices: [{ deviceId: 'microphone' }] })).toBe(true)
})
