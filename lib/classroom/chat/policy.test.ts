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
  ['to everyone, by a student', noor, session, null, true],
  ['in their own thread, by the student', noor, session, 'noor', true],
  ['in the thread of another student, by a student', noor, session, 'yuki', false],
  ['in the thread of another student, by a student who assists', noor, assisting, 'yuki', false],
  ['in a student’s thread, by the trainer', leila, session, 'noor', true],
  ['in a student’s thread, by a trainer who assists', tomasz, assisting, 'noor', true],
] as const)('a message can be seen %s', (_, actor, at, privateWith, expected) => {
  expect(maySeeMessage(actor, at, { authorId: 'somebody', privateWith })).toBe(expected)
})

const open = { isLocked: false, takesPart: true }

test.each([
  ['to everyone', noor, null, open, null],
  ['to everyone, while the chat is locked', noor, null, { isLocked: true, takesPart: true }, 'locked'],
  [
    'to everyone, before the class has started',
    noor,
    null,
    { isLocked: false, takesPart: false },
    'not_started',
  ],
  ['to the trainer, in both cases', noor, 'noor', { isLocked: true, takesPart: false }, null],
  ['to another student', noor, 'yuki', open, 'not_yours'],
  ['to a student, by the trainer', leila, 'yuki', open, null],
] as const)('a message can be sent %s', (_, actor, privateWith, room, expected) => {
  expect(writeRefusal(actor, session, { privateWith, ...room })).toBe(expected)
})
