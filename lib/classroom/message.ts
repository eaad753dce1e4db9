import { z } from 'zod'
import { sentInstant } from '#lib/kernel/fields.ts'
import { userId } from '#lib/kernel/ids.ts'

export const messageId = z.uuid()

export const person = z.object({ id: userId, name: z.string() })
export type Person = z.infer<typeof person>

/** The message that is quoted by a reply. */
const quotation = z.object({
  id: messageId,
  author: person,
  text: z
    .string()
    .nullable()
    .meta({ description: 'The beginning of the text; null if the message was removed' }),
})
export type Quotation = z.infer<typeof quotation>

/** A chat message of a session. */
export const message = z
  .object({
    id: messageId,
    number: z.int().meta({ description: 'Position in the order that all participants share' }),
    author: person.extend({ isTrainer: z.boolean() }),
    text: z.string().nullable().meta({ description: 'null if the message was removed' }),
    mentions: z.array(person).meta({ description: 'People who are mentioned as @name in the text' }),
    replyTo: quotation.nullable(),
    privateWith: person
      .nullable()
      .meta({ description: 'null: visible to everyone; else only to this student and the trainers' }),
    createdAt: sentInstant,
    removedBy: person.nullable().meta({
      description:
        'The person who removed the message; also null if it was removed when its author was erased',
    }),
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof message>
