import { describe, expect, test } from 'vitest'
import { abilitiesOf } from './abilities.ts'
import { joinRefusal } from './join-policy.ts'
import { maySee, maySeeSeats, type SessionAccess } from './policy.ts'

const student = { id: 'student', role: 'STUDENT' } as never
const trainer = { id: 'trainer', role: 'TRAINER' } as never
const otherTrainer = { id: 'other', role: 'TRAINER' } as never
const admin = { id: 'admin', role: 'ADMIN' } as never

function session(change: Partial<SessionAccess>): SessionAccess {
  return {
    status: 'scheduled',
    sessionType: 'online',
    trainerId: 'trainer',
    seated: true,
    removed: false,
    admission: 'supervised',
    admitted: false,
    assistantPermissions: [],
    ...change,
  }
}

describe('joining the room', () => {
  test.each([
    // status, type, student, trainer
    ['scheduled', 'online', null, null],
    ['in_progress', 'online', null, null],
    ['completed', 'online', 'completed', 'completed'],
    ['cancelled', 'online', 'cancelled', 'cancelled'],
    ['scheduled', 'offline', 'not_started', 'not_started'],
    ['in_progress', 'offline', null, null],
    ['completed', 'offline', 'completed', 'completed'],
    ['cancelled', 'offline', 'cancelled', 'cancelled'],
  ] as const)('%s %s', (status, sessionType, forStudent, forTrainer) => {
    expect(joinRefusal(student, session({ status, sessionType }))).toBe(forStudent)
    expect(joinRefusal(trainer, session({ status, sessionType, seated: false }))).toBe(forTrainer)
  })

  test.each([
    ['a student without a seat', student, { seated: false }],
    ['a trainer of another session', otherTrainer, { seated: false }],
    ['an admin', admin, { seated: false }],
    ['a trainer with a seat left from a former role', otherTrainer, { seated: true }],
  ] as const)('%s may not join, whatever the status', (_, actor, change) => {
    for (const status of ['scheduled', 'in_progress', 'completed', 'cancelled'] as const) {
      expect(joinRefusal(actor, session({ ...change, status }))).toBe('not_yours')
    }
  })

  test.each([
    ['a student who was not admitted', student, {}, 'not_admitted'],
    ['a student who was admitted', student, { admitted: true }, null],
    ['a student who assists', student, { assistantPermissions: ['hands' as const] }, null],
    ['the trainer', trainer, { seated: false }, null],
    [
      'another trainer who assists',
      otherTrainer,
      { seated: false, assistantPermissions: ['admit' as const] },
      null,
    ],
  ])('from the lobby: %s', (_, actor, change, expected) => {
    expect(joinRefusal(actor, session({ admission: 'lobby', ...change }))).toBe(expected)
  })

  test('a removed student stays out of a running session', () => {
    expect(joinRefusal(student, session({ status: 'in_progress', removed: true }))).toBe('removed')
  })
})

test('members and admins can see a session', () => {
  expect(maySee(student, session({}))).toBe(true)
  expect(maySee(student, session({ seated: false }))).toBe(false)
  expect(maySee(trainer, session({}))).toBe(true)
  expect(maySee(otherTrainer, session({ seated: false }))).toBe(false)
  expect(maySee(admin, session({ seated: false }))).toBe(true)
})

test('abilities follow role and status', () => {
  expect(abilitiesOf(trainer, session({}))).toMatchObject({ canStart: true, canEnd: false, canChange: false })
  expect(abilitiesOf(trainer, session({ status: 'in_progress' }))).toMatchObject({
    canStart: false,
    canEnd: true,
    canModerate: true,
  })
  expect(abilitiesOf(admin, session({}))).toMatchObject({ canJoin: false, canStart: true, canChange: true })
  expect(abilitiesOf(student, session({}))).toEqual({
    canJoin: true,
    canStart: false,
    canEnd: false,
    canModerate: false,
    canAdmit: false,
    canManageHands: false,
    canMute: false,
    canLock: false,
    canRemoveMessages: false,
    canChange: false,
  })
})

test.each([
  ['the trainer', trainer, { seated: false }, true],
  ['an admin', admin, { seated: false }, true],
  ['another trainer who assists', otherTrainer, { seated: false, assistantPermissions: ['mute'] }, true],
  ['another trainer', otherTrainer, { seated: false }, false],
  ['a student', student, {}, false],
  ['a student who mutes', student, { assistantPermissions: ['mute'] }, false],
  [
    'a student with every permission but admitting',
    student,
    { assistantPermissions: ['hands', 'mute', 'messages', 'locks'] },
    false,
  ],
  ['a student who admits', student, { assistantPermissions: ['admit'] }, true],
  [
    'a student who admitted and lost the seat',
    student,
    { seated: false, assistantPermissions: ['admit'] },
    false,
  ],
] as const)('access of %s to the list of seats', (_, actor, change, expected) => {
  expect(maySeeSeats(actor, session(change))).toBe(expected)
})

test('an assistant has the granted permissions while they are a member and the session is open', () => {
  const assistantPermissions = ['hands', 'mute'] as const
  const given = { canManageHands: true, canMute: true, canAdmit: false, canLock: false, canModerate: false }
  expect(abilitiesOf(student, session({ assistantPermissions }))).toMatchObject(given)
  expect(abilitiesOf(otherTrainer, session({ assistantPermissions, seated: false }))).toMatchObject({
    ...given,
    canJoin: true,
  })
  const nothing = { canManageHands: false, canMute: false }
  expect(abilitiesOf(student, session({ assistantPermissions, seated: false }))).toMatchObject(nothing)
  expect(abilitiesOf(student, session({ assistantPermissions, status: 'completed' }))).toMatchObject(nothing)
})

test.each([
  ['admit', 'canAdmit'],
  ['hands', 'canManageHands'],
  ['mute', 'canMute'],
  ['locks', 'canLock'],
  ['messages', 'canRemoveMessages'],
] as const)('the permission %s grants %s and nothing else', (help, own) => {
  const parts = ['canAdmit', 'canManageHands', 'canMute', 'canLock', 'canRemoveMessages'] as const
  const abilities = abilitiesOf(student, session({ assistantPermissions: [help] }))
  expect(parts.filter((part) => abilities[part])).toEqual([own])
})

test('a trainer whose role has changed has no abilities', () => {
  const demoted = { id: 'trainer', role: 'STUDENT' } as never
  const abilities = abilitiesOf(demoted, session({ seated: false }))
  expect(Object.values(abilities)).not.toContain(true)
})
