import { expect, test } from 'vitest'
import { type SwitchFacts, switchRefusal, switchUntil } from './switch-policy.ts'

const actors = {
  admin: { id: 'admin', role: 'ADMIN' },
  trainer: { id: 'trainer', role: 'TRAINER' },
  otherTrainer: { id: 'other', role: 'TRAINER' },
  student: { id: 'student', role: 'STUDENT' },
  otherStudent: { id: 'someone', role: 'STUDENT' },
} as const

const session = {
  status: 'scheduled',
  trainerId: 'trainer',
  startsAt: new Date('2027-03-01T18:00:00Z'),
  inPersonCapacity: 8,
  class: { studentsMaySwitch: true, switchUntilMinutes: 60 },
} satisfies SwitchFacts

const [early, late] = [new Date('2027-03-01T16:59:59Z'), new Date('2027-03-01T17:00:00Z')]

test.each([
  ['admin', early, {}, null],
  ['admin', late, {}, null],
  ['admin', late, { status: 'in_progress' }, null],
  ['admin', late, { status: 'completed' }, 'over'],
  ['admin', early, { status: 'cancelled' }, 'over'],
  ['admin', early, { inPersonCapacity: 0 }, 'single_kind'],
  ['trainer', early, {}, null],
  ['trainer', early, { class: { studentsMaySwitch: false, switchUntilMinutes: 60 } }, null],
  ['trainer', late, {}, 'too_late'],
  ['trainer', early, { status: 'in_progress' }, 'too_late'],
  ['trainer', late, { class: { studentsMaySwitch: true, switchUntilMinutes: 0 } }, null],
  ['otherTrainer', early, {}, 'not_yours'],
  ['student', early, {}, null],
  ['student', late, {}, 'too_late'],
  ['student', early, { class: { studentsMaySwitch: false, switchUntilMinutes: 60 } }, 'not_offered'],
  ['student', early, { status: 'completed' }, 'over'],
  ['otherStudent', early, {}, 'not_yours'],
] as const)('%s at %s in %o: %s', (actor, now, change, refusal) => {
  expect(switchRefusal(actors[actor] as never, { ...session, ...change }, 'student', now)).toBe(refusal)
})

test('the deadline is the set time before the start', () => {
  expect(switchUntil(session)).toEqual(late)
})
