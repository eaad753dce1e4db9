import { expect, test } from 'vitest'
import { type DeviceChoices, defaultChoices, parseChoices } from './device-choices.ts'

const chosen: DeviceChoices = {
  cameraOn: false,
  camera: { id: 'camera', label: 'Desk camera' },
  microphoneOn: true,
  microphone: { id: 'microphone', label: '' },
  speaker: null,
  noiseSuppression: false,
  selfViewHidden: true,
  worked: true,
}

test('what was stored comes back', () => {
  expect(parseChoices(JSON.stringify(chosen))).toEqual(chosen)
})

test('a choice that was stored under its former name comes back', () => {
  expect(parseChoices('{"ownPictureHidden":true}')).toMatchObject({ selfViewHidden: true })
})

test.each([null, '', 'no json', '[]', '7', '{"cameraOn":"yes","camera":7,"speaker":{"id":""}}'])(
  '%j counts as nothing',
  (stored) => {
    expect(parseChoices(stored)).toEqual(defaultChoices)
  },
)
