import { z } from 'zod'
import { seatKinds } from '#lib/kernel/enums.ts'
import { classId, sessionId, type UserId, userId } from '#lib/kernel/ids.ts'

const plan = z.object({
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  trainerId: userId,
  locationId: z.uuid().nullable(),
})

/** Several sessions changed together are one notice: their count and the first of them. */
const sessions = z.object({ classId, sessionId, count: z.int() })

/**
 * The content of a notice: ids and times. The text is written in the reader's zone when the notice is read or sent,
 * with the names at that time.
 */
export const noticeContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('invited'),
    facts: z.object({ invitationId: z.uuid(), classId: classId.nullable() }),
  }),
  z.object({ kind: z.literal('password_reset'), facts: z.object({ invitationId: z.uuid() }) }),
  z.object({ kind: z.literal('enrolled'), facts: z.object({ classId }) }),
  z.object({ kind: z.literal('sessions_planned'), facts: sessions.extend({ now: plan }) }),
  z.object({ kind: z.literal('sessions_changed'), facts: sessions.extend({ was: plan, now: plan }) }),
  z.object({
    kind: z.literal('sessions_cancelled'),
    facts: sessions.extend({ was: plan, reason: z.string() }),
  }),
  z.object({
    kind: z.literal('seat_given'),
    facts: z.object({ sessionId, seatKind: z.enum(seatKinds) }),
  }),
  z.object({
    kind: z.literal('reminder'),
    facts: z.object({ sessionId, startsAt: z.iso.datetime(), before: z.enum(['day', 'quarter']) }),
  }),
  z.object({
    kind: z.literal('trainer_reminder'),
    facts: z.object({ sessionId, startsAt: z.iso.datetime() }),
  }),
])
export type NoticeContent = z.infer<typeof noticeContent>

export type NewNotice = NoticeContent & {
  userId: UserId
  /** Deduplicates: a person gets one notice per key. */
  key: string
}
