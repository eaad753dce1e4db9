import { expect, test } from 'vitest'
import { chooseDisplayStage } from './choose-display-stage.ts'

const nobody = { floorHolder: null, spotlight: null, activeSpeaker: null, trainer: 'leila' }
const people = ['leila', 'noor', 'mateo', 'aisha']

test.each([
  ['who has the word', { floorHolder: 'mateo', spotlight: 'aisha', activeSpeaker: 'noor' }, 'mateo'],
  [
    'who is large for all, where the word is with somebody in the room',
    { floorHolder: 'ingrid', spotlight: 'aisha' },
    'aisha',
  ],
  ['who speaks', { activeSpeaker: 'mateo' }, 'mateo'],
  ['the trainer who speaks', { activeSpeaker: 'leila' }, 'leila'],
  ['whoever came first, not the trainer', {}, 'noor'],
])('%s', (_, said, expected) => {
  expect(chooseDisplayStage({ ...nobody, people, ...said })).toBe(expected)
})

test('the trainer alone, or nobody', () => {
  expect(chooseDisplayStage({ ...nobody, people: ['leila'] })).toBe('leila')
  expect(chooseDisplayStage({ ...nobody, people: [] })).toBeNull()
})
