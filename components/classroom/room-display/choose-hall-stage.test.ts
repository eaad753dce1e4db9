import { expect, test } from 'vitest'
import { chooseHallStage } from './choose-hall-stage.ts'

const nobody = { word: null, spotlight: null, speaker: null, trainer: 'leila' }
const people = ['leila', 'noor', 'mateo', 'aisha']

test.each([
  ['who has the word', { word: 'mateo', spotlight: 'aisha', speaker: 'noor' }, 'mateo'],
  [
    'who is large for all, where the word is with somebody in the room',
    { word: 'ingrid', spotlight: 'aisha' },
    'aisha',
  ],
  ['who speaks', { speaker: 'mateo' }, 'mateo'],
  ['the trainer who speaks', { speaker: 'leila' }, 'leila'],
  ['whoever came first, not the trainer', {}, 'noor'],
])('%s', (_, said, expected) => {
  expect(chooseHallStage({ ...nobody, people, ...said })).toBe(expected)
})

test('the trainer alone, or nobody', () => {
  expect(chooseHallStage({ ...nobody, people: ['leila'] })).toBe('leila')
  expect(chooseHallStage({ ...nobody, people: [] })).toBeNull()
})
