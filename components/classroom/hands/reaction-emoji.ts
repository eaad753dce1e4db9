import type { Reaction } from '#lib/kernel/enums.ts'

export const reactionEmoji: Record<Reaction, string> = {
  thumbs_up: '👍',
  applause: '👏',
  heart: '❤️',
  laugh: '😄',
  surprise: '😮',
  party: '🎉',
}
