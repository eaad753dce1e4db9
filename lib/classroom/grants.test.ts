import { expect, test } from 'vitest'
import { grantsIn, grantsOfToken } from './grants.ts'
import type { PersonInRoom, RoomRules } from './policy.ts'

const open: RoomRules = { classStarted: true, locks: [], speakerId: null }
const student: PersonInRoom = {
  id: 'noor',
  isModerator: false,
  isTrainer: false,
  exceptions: [],
  companion: false,
}
const trainer: PersonInRoom = { ...student, id: 'leila', isModerator: true, isTrainer: true }

test.each<[string, Partial<RoomRules>, Partial<PersonInRoom>, string[], boolean]>([
  ['nothing is locked', {}, {}, ['microphone', 'camera', 'screen'], true],
  ['the class has not started', { classStarted: false }, {}, [], false],
  ['screens are locked', { locks: ['screen'] }, {}, ['microphone', 'camera'], true],
  ['everything is locked', { locks: ['microphone', 'camera', 'screen', 'chat'] }, {}, [], true],
  [
    'they are excepted',
    { locks: ['microphone', 'screen'] },
    { exceptions: ['screen'] },
    ['camera', 'screen'],
    true,
  ],
  [
    'they have the floor',
    { locks: ['microphone', 'camera'], speakerId: 'noor' },
    {},
    ['microphone', 'screen'],
    true,
  ],
  [
    'another student has the floor',
    { locks: ['microphone'], speakerId: 'yuki' },
    {},
    ['camera', 'screen'],
    true,
  ],
  [
    'they assist',
    { classStarted: false, locks: ['microphone', 'camera', 'screen'] },
    { isModerator: true },
    ['microphone', 'camera', 'screen'],
    true,
  ],
  ['it is their companion', {}, { companion: true }, [], true],
])('grants of a student if %s', (_, room, person, publish, subscribe) => {
  expect(grantsIn({ ...open, ...room }, { ...student, ...person })).toEqual({
    publish,
    subscribe,
    publishData: false,
    updateOwnMetadata: false,
  })
})

test('a trainer has all grants, also before the class has started', () => {
  const closed = {
    classStarted: false,
    locks: ['microphone', 'camera', 'screen', 'chat'] as const,
    speakerId: null,
  }
  expect(grantsIn(closed, trainer)).toEqual({
    publish: ['microphone', 'camera', 'screen'],
    subscribe: true,
    publishData: true,
    updateOwnMetadata: true,
  })
})

test('a token grants participation, also before the class starts, and nothing that is locked', () => {
  expect(grantsOfToken({ locks: ['screen'], speakerId: null }, student)).toMatchObject({
    publish: ['microphone', 'camera'],
    subscribe: true,
  })
})
