import { expect, test } from 'vitest'
import { type Choices, firstChoices, parseChoices } from './choices.ts'

const chosen: Choices = {
  cameraOn: false,
  camera: { id: 'camera', label: 'Desk camera' },
  microphoneOn: true,
  microphone: { id: 'microphone', label: '' },
  speaker: null,
  noiseSuppression: false,
  ownPictureHidden: true,
  worked: true,
}

test('what was stored comes back', () => {
  expect(parseChoices(JSON.stringify(chosen))).toEqual(chosen)
})

test.each([null, '', 'no json', '[]', '7', '{"cameraOn":"yes","camera":7,"speaker":{"id":""}}'])(
  '%j counts as nothing',
  (stored) => {
    expect(parseChoices(stored)).toEqual(firstChoices)
  },
)
