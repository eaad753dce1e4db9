import { expect, test } from 'vitest'
import { chooseDisplayStage } from './choose-display-stage.ts'

const nobody = { floorHolder: null, spotlight: null, activeSpeaker: null, trainer: 'leila' }
const people = ['leila', 'noor', 'mateo', 'aisha']

test.each([
  ['the floor holder', { floorHolder: 'mateo', spotlight: 'aisha', activeSpeaker: 'noor' }, 'mateo'],
  [
    'the spotlight, if the floor holder is in the building',
    { floorHolder: 'ingrid', spotlight: 'aisha' },
    'aisha',
  ],
  ['the active speaker', { activeSpeaker: 'mateo' }, 'mateo'],
  ['the trainer while speaking', { activeSpeaker: 'leila' }, 'leila'],
  ['the first who joined, except the trainer', {}, 'noor'],
])('%s', (_, said, expected) => {
  expect(chooseDisplayStage({ ...nobody, people, ...said })).toBe(expected)
})

test('the trainer if nobody else is online, or nobody', () => {
  expect(chooseDisplayStage({ ...nobody, people: ['leila'] })).toBe('leila')
  expect(chooseDisplayStage({ ...nobody, people: [] })).toBeNull()
})
