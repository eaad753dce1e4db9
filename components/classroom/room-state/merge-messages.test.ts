import { expect, test } from 'vitest'
import type { Message, Person } from '#lib/classroom/message.ts'
import { withRemovals } from './merge-messages.ts'

const leila = { id: 'leila', name: 'Leïla' } as Person
const message: Message = {
  id: 'answer',
  number: 2,
  author: { ...leila, isTrainer: true },
  text: 'Yes.',
  mentions: [],
  replyTo: { id: 'question', author: leila, text: 'Is it?' },
  privateWith: null,
  createdAt: '2027-01-01T10:00:00.000Z',
  removedBy: null,
}

test('the text of a removed message is hidden, also in quotations', () => {
  expect(withRemovals(message, new Map([['answer', leila]]))).toEqual({
    ...message,
    text: null,
    removedBy: leila,
  })
  expect(withRemovals(message, new Map([['question', leila]]))).toEqual({
    ...message,
    replyTo: { ...message.replyTo, text: null },
  })
  expect(withRemovals(message, new Map([['other', leila]]))).toBe(message)
})
