import { expect, test } from 'vitest'
import type { SessionAccess } from '#lib/sessions/policy.ts'
import { maySeeMessage, writeRefusal } from './policy.ts'

const session: SessionAccess = {
  status: 'in_progress',
  sessionType: 'online',
  trainerId: 'leila',
  seated: true,
  removed: false,
  admission: 'supervised',
  admitted: false,
  assistantPermissions: [],
}
const noor = { id: 'noor', role: 'STUDENT' } as never
const leila = { id: 'leila', role: 'TRAINER' } as never
const tomasz = { id: 'tomasz', role: 'TRAINER' } as never
const assisting: SessionAccess = { ...session, assistantPermissions: ['messages'] }

test.each([
  ['to all, a student', noor, session, null, true],
  ['in one’s own thread', noor, session, 'noor', true],
  ['in somebody else’s thread', noor, session, 'yuki', false],
  ['in somebody else’s thread, though one assists', noor, assisting, 'yuki', false],
  ['in a student’s thread, the trainer', leila, session, 'noor', true],
  ['in a student’s thread, a trainer who assists', tomasz, assisting, 'noor', true],
] as const)('is seen: %s', (_, actor, at, privateWith, expected) => {
  expect(maySeeMessage(actor, at, { authorId: 'somebody', privateWith })).toBe(expected)
})

const open = { isLocked: false, takesPart: true }

test.each([
  ['to all', noor, null, open, null],
  ['to all, though it is locked', noor, null, { isLocked: true, takesPart: true }, 'locked'],
  ['to all, before the class has begun', noor, null, { isLocked: false, takesPart: false }, 'not_started'],
  ['to the trainer, though neither', noor, 'noor', { isLocked: true, takesPart: false }, null],
  ['to another student', noor, 'yuki', open, 'not_yours'],
  ['to a student, the trainer', leila, 'yuki', open, null],
] as const)('is written: %s', (_, actor, privateWith, room, expected) => {
  expect(writeRefusal(actor, session, { privateWith, ...room })).toBe(expected)
})
