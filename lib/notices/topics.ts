import { z } from 'zod'
import type { NoticeContent } from './facts.ts'

/** What one can choose to be told, in the application and by mail. */
export const noticeTopic = z.enum(['changes', 'day_before', 'quarter_before', 'seats'])
export type NoticeTopic = z.infer<typeof noticeTopic>

/** `account` is for people who cannot sign in yet or any more: it comes by mail, always. */
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

/** What changes in one's classes is never missed in the application, whatever is muted. */
export function isAlwaysInApp(topic: NoticeTopic | 'account'): boolean {
  return topic === 'changes'
}
