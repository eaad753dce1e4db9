import { expect, test } from 'vitest'
import { type Choices, firstChoices, parseChoices } from './choices.ts'

const chosen: Choices = {
  cameraOn: false,
  cameraId: 'camera',
  microphoneOn: true,
  microphoneId: 'microphone',
  speakerId: null,
  worked: true,
}

test('what was stored comes back', () => {
  expect(parseChoices(JSON.stringify(chosen))).toEqual(chosen)
})

test.each([null, '', 'no json', '[]', '7', '{"cameraOn":"yes","cameraId":7}'])(
  '%j counts as nothing',
  (stored) => {
    expect(parseChoices(stored)).toEqual(firstChoices)
  },
)
