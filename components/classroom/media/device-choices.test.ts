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

test('stored choices are restored', () => {
  expect(parseChoices(JSON.stringify(chosen))).toEqual(chosen)
})

test('a choice stored under its former name is restored', () => {
  expect(parseChoices('{"ownPictureHidden":true}')).toMatchObject({ selfViewHidden: true })
})

test.each([null, '', 'no json', '[]', '7', '{"cameraOn":"yes","camera":7,"speaker":{"id":""}}'])(
  '%j gives the default choices',
  (stored) => {
    expect(parseChoices(stored)).toEqual(defaultChoices)
  },
)
