import { z } from 'zod'
import { sentInstant } from '#lib/kernel/fields.ts'
import { userId } from '#lib/kernel/ids.ts'

export const messageId = z.uuid()

export const person = z.object({ id: userId, name: z.string() })
export type Person = z.infer<typeof person>

/** What a message answers. */
const quotation = z.object({
  id: messageId,
  author: person,
  text: z.string().nullable().meta({ description: 'Its beginning; null where it was removed' }),
})
export type Quotation = z.infer<typeof quotation>

/** What somebody wrote in a session. */
export const message = z
  .object({
    id: messageId,
    number: z.int().meta({ description: 'The order for everybody' }),
    author: person.extend({ isTrainer: z.boolean() }),
    text: z.string().nullable().meta({ description: 'null where it was removed' }),
    mentions: z.array(person).meta({ description: 'Who is meant by @ and their name in it' }),
    replyTo: quotation.nullable(),
    privateWith: person
      .nullable()
      .meta({ description: 'null: to all; else between this student and who trains' }),
    createdAt: sentInstant,
    removedBy: person
      .nullable()
      .meta({ description: 'Who removed it; also null where it went with everything of its author' }),
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof message>
