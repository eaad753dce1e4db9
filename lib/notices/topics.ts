import { z } from 'zod'
import type { NoticeContent } from './facts.ts'

/** Topics that a person can mute, in the application and by e-mail. */
export const noticeTopic = z.enum(['changes', 'day_before', 'quarter_before', 'seats'])
export type NoticeTopic = z.infer<typeof noticeTopic>

/** `account` is for people who cannot sign in yet or any more: it is always sent by e-mail. */
export function topicOf(content: NoticeContent): NoticeTopic | 'account' {
  switch (content.kind) {
    case 'invited':
    case 'password_reset':
      return 'account'
    case 'reminder':
      return content.facts.before === 'day' ? 'day_before' : 'quarter_before'
    case 'trainer_reminder':
      return 'quarter_before'
    case 'seat_given':
      return 'seats'
    case 'enrolled':
    case 'sessions_planned':
    case 'sessions_changed':
    case 'sessions_cancelled':
      return 'changes'
  }
}

/** Changes of a person's classes always appear in the application, even if muted. */
export function isAlwaysInApp(topic: NoticeTopic | 'account'): boolean {
  return topic === 'changes'
}
