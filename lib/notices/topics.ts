import { z } from 'zod'
import type { NoticeContent } from './facts.ts'

/** What one can choose to be told, in the application and by mail. */
export const noticeTopic = z.enum(['changes', 'day-before', 'quarter-before', 'places'])
export type NoticeTopic = z.infer<typeof noticeTopic>

/** `account` is for people who cannot sign in yet or any more: it comes by mail, always. */
export function topicOf(content: NoticeContent): NoticeTopic | 'account' {
  switch (content.kind) {
    case 'invited':
    case 'password-reset':
      return 'account'
    case 'reminder':
      return content.facts.before === 'day' ? 'day-before' : 'quarter-before'
    case 'nudged':
      return 'quarter-before'
    case 'place-given':
      return 'places'
    case 'enrolled':
    case 'sessions-planned':
    case 'sessions-changed':
    case 'sessions-cancelled':
      return 'changes'
  }
}

/** What changes in one's classes is never missed in the application, whatever is muted. */
export function isAlwaysInApp(topic: NoticeTopic | 'account'): boolean {
  return topic === 'changes'
}
